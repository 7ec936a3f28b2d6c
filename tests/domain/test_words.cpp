#include "core/domain/journalrules.h"
#include "core/domain/operation.h"
#include "core/domain/order.h"
#include "core/domain/orderstatus.h"
#include "core/domain/paymentmethod.h"
#include "core/domain/paymentstatus.h"
#include "core/domain/runkind.h"
#include "core/domain/runreason.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void reasonsOfRuns_areKeptAsCodesAndOldSentencesAsTheyAre()
    {
        RunReason stopped;
        stopped.code = RunReason::Code::StoppedBy;
        stopped.text = u"佐藤 \"花子\""_s;
        stopped.at = QDateTime::fromSecsSinceEpoch(1'606'968'000, Qt::UTC);
        const RunReason read = RunReason::fromStored(stopped.stored());
        QCOMPARE(read.code, stopped.code);
        QCOMPARE(read.text, stopped.text);
        QCOMPARE(read.at, stopped.at);
        QCOMPARE(read.inWords(true), u"2020/12/03 13:00 に担当者（佐藤 \"花子\"）が中止しました。"_s);
        QVERIFY(read.inWords() != read.inWords(true)); // something is left to go on with

        const QString old = u"担当者が停止しました。再開すると残りを処理します。"_s;
        QCOMPARE(RunReason::fromStored(old).inWords(), old);
        QCOMPARE(RunReason::fromStored(old).stored(), old);
        const QString foreign = u"{\"code\":\"LATER\"}"_s; // of a later version
        QCOMPARE(RunReason::fromStored(foreign).inWords(), foreign);
        QCOMPARE(RunReason::fromStored({}).code, RunReason::Code::None);
        QCOMPARE(RunReason().stored(), QString());
    }

    void breakerOfARun_saysWhatWasNeverSent()
    {
        RunReason breaker;
        breaker.code = RunReason::Code::Breaker;
        breaker.count = 5;
        const QString unclear = breaker.inWords();
        breaker.unsent = 2;
        const RunReason some = RunReason::fromStored(breaker.stored());
        QCOMPARE(some.count, 5);
        QCOMPARE(some.unsent, 2);
        QVERIFY(some.inWords().contains(u"うち2件は送信していません"_s));
        breaker.unsent = 5;
        QVERIFY(breaker.inWords().contains(u"送信していません"_s));
        QVERIFY(!breaker.inWords().contains(u"結果の分からない"_s));
        QVERIFY(unclear.contains(u"結果の分からない"_s));
    }

    void paymentStatuses_areTheNineteenOfTheGuideInItsOrder()
    {
        const QStringList labels = {
            u"未決済"_s,           u"要求成功"_s,           u"注文確定受付"_s, u"キャンセル受付"_s,
            u"注文金額変更受付"_s, u"支払い完了"_s,         u"決済開始"_s,     u"期限切れ"_s,
            u"キャンセル"_s,       u"決済失敗"_s,           u"仮売上済み"_s,   u"実売上済み"_s,
            u"即時売上済み"_s,     u"取消済み"_s,           u"返品済み"_s,     u"月跨ぎ返品済み"_s,
            u"簡易オーソリ済み"_s, u"有効性チェック済み"_s, u"例外エラー"_s};
        const QList<int> codes = {0, 1, 22, 23, 24, 2, 21, 3, 4, 99, 11, 12, 13, 14, 15, 16, 17, 18, 19};
        QCOMPARE(allPaymentStatuses().size(), 19);
        for (qsizetype index = 0; index < labels.size(); ++index) {
            const PaymentStatus status = allPaymentStatuses()[index];
            QCOMPARE(labelOf(status), labels[index]);
            QCOMPARE(int(status), codes[index]);
            QCOMPARE(paymentStatusFromText(labels[index]), std::optional(status));
            QCOMPARE(paymentStatusFromCode(codes[index]), std::optional(status));
        }
        QVERIFY(!paymentStatusFromCode(20));
        QVERIFY(!paymentStatusFromText(u"仮売上"_s));
    }

    void gatewayWords_haveTheirLabels_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("label");
        const QList<std::pair<QString, QString>> words = {
            {u"UNPROCESSED"_s, u"未決済"_s},
            {u"AUTHENTICATED"_s, u"未決済"_s},
            {u"AUTHPROCESS"_s, u"未決済"_s},
            {u"REQSUCCESS"_s, u"要求成功"_s},
            {u"REQSALES"_s, u"注文確定受付"_s},
            {u"REQCANCEL"_s, u"キャンセル受付"_s},
            {u"REQCHANGE"_s, u"注文金額変更受付"_s},
            {u"PAYSUCCESS"_s, u"支払い完了"_s},
            {u"PAYSTART"_s, u"決済開始"_s},
            {u"EXPIRED"_s, u"期限切れ"_s},
            {u"CANCEL"_s, u"キャンセル"_s},
            {u"PAYFAIL"_s, u"決済失敗"_s},
            {u"AUTH"_s, u"仮売上済み"_s},
            {u"SALES"_s, u"実売上済み"_s},
            {u"CAPTURE"_s, u"即時売上済み"_s},
            {u"VOID"_s, u"取消済み"_s},
            {u"RETURN"_s, u"返品済み"_s},
            {u"RETURNX"_s, u"月跨ぎ返品済み"_s},
            {u"SAUTH"_s, u"簡易オーソリ済み"_s},
            {u"CHECK"_s, u"有効性チェック済み"_s},
            {u"REQRETURN"_s, u"例外エラー"_s},
            {u"TRADING"_s, u"例外エラー"_s},
            {u""_s, u"例外エラー"_s},
            {u"auth"_s, u"例外エラー"_s},
        };
        for (const auto &[word, label] : words) {
            QTest::addRow("%s", qPrintable(word)) << word << label;
        }
    }

    void gatewayWords_haveTheirLabels()
    {
        QFETCH(QString, word);
        QFETCH(QString, label);
        QCOMPARE(labelOf(paymentStatusOfWord(word)), label);
    }

    void closedWords_areThoseWithoutMoney()
    {
        const QStringList closed = {u"VOID"_s,    u"RETURN"_s,  u"RETURNX"_s,    u"CANCEL"_s,
                                    u"EXPIRED"_s, u"PAYFAIL"_s, u"UNPROCESSED"_s};
        const QStringList open = {u"AUTH"_s,      u"SALES"_s,      u"CAPTURE"_s,  u"SAUTH"_s,
                                  u"CHECK"_s,     u"REQSUCCESS"_s, u"PAYSTART"_s, u"PAYSUCCESS"_s,
                                  u"REQCANCEL"_s, u"STRANGE"_s};
        for (const QString &word : closed) {
            QVERIFY2(isClosed(word), qPrintable(word));
            QCOMPARE(isCancelledWord(word), closed.indexOf(word) < 4);
        }
        for (const QString &word : open) {
            QVERIFY2(!isClosed(word) && !isCancelledWord(word), qPrintable(word));
        }
    }

    void requestWords_areThoseOfTheWallet()
    {
        for (const PaymentStatus status : allPaymentStatuses()) {
            QVERIFY(!isRequestWord(labelOf(status)));
        }
        for (const QString &word : {u"REQSALES"_s, u"REQCANCEL"_s, u"REQCHANGE"_s}) {
            QVERIFY(isRequestWord(word) && !isClosed(word));
        }
        for (const QString &word : {u"REQSUCCESS"_s, u"REQRETURN"_s, u"SALES"_s, u""_s}) {
            QVERIFY(!isRequestWord(word));
        }
    }

    void orderStatuses_areTheShopsMaster()
    {
        const QStringList labels = {u"新規受付"_s, u"入金済み"_s,   u"対応中"_s,     u"注文取消し"_s,
                                    u"発送済み"_s, u"購入処理中"_s, u"決済処理中"_s, u"返品"_s};
        const QList<int> ids = {1, 6, 4, 3, 5, 8, 7, 9};
        const QStringList colours = {u"#437ec4"_s, u"#25B877"_s, u"#EEB128"_s, u"#C04949"_s,
                                     u"#25B877"_s, u"#A3A3A3"_s, u"#A3A3A3"_s, u"#C04949"_s};
        for (qsizetype index = 0; index < labels.size(); ++index) {
            const OrderStatus status = allOrderStatuses()[index];
            QCOMPARE(labelOf(status), labels[index]);
            QCOMPARE(int(status), ids[index]);
            QCOMPARE(colourOf(status), colours[index]);
            QCOMPARE(showsCount(status), index < 3);
            QCOMPARE(leftOutOfSearches(status), ids[index] == 7 || ids[index] == 8);
            QCOMPARE(orderStatusFromText(labels[index]), std::optional(status));
            QCOMPARE(orderStatusFromText(QString::number(ids[index])), std::optional(status));
            QCOMPARE(orderStatusFromId(ids[index]), std::optional(status));
        }
        QCOMPARE(allOrderStatuses().size(), 8);
        QVERIFY(!orderStatusFromId(2) && !orderStatusFromText(u"2"_s) && !orderStatusFromText(u""_s));
    }

    void moves_areThoseOfTheShopsStateMachine()
    {
        const QSet<std::pair<int, int>> allowed = {{1, 6}, {1, 4}, {6, 4}, {1, 3}, {4, 3}, {6, 3},
                                                   {3, 4}, {1, 5}, {6, 5}, {4, 5}, {5, 9}, {9, 5}};
        for (const OrderStatus from : allOrderStatuses()) {
            for (const OrderStatus to : allOrderStatuses()) {
                QCOMPARE(moveAllowed(from, to), allowed.contains({int(from), int(to)}));
                QCOMPARE(allowedMovesFrom(from).contains(to), moveAllowed(from, to));
            }
        }
        QCOMPARE(allowedMovesFrom(OrderStatus::New), (QList{OrderStatus::Paid, OrderStatus::InProgress,
                                                            OrderStatus::Cancelled, OrderStatus::Delivered}));
    }

    void methods_areRecognisedByTheShopsName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("label");
        const QList<std::pair<QString, QString>> names = {
            {u"GMOクレジット決済"_s, u"クレジット決済"_s},
            {u"ＧＭＯ クレジット決済"_s, u"クレジット決済"_s},
            {u"クレジットカード決済（VISA/JCB）"_s, u"クレジット決済"_s},
            {u"ｸﾚｼﾞｯﾄ決済"_s, u"クレジット決済"_s},
            {u"コンビニ決済"_s, u"コンビニ決済"_s},
            {u"GMOコンビニエンスストア払い"_s, u"コンビニ決済"_s},
            {u"Pay-easy決済(銀行ATM)"_s, u"Pay-easy決済(銀行ATM)"_s},
            {u"ＰＡＹ－ＥＡＳＹ決済（銀行ＡＴＭ）"_s, u"Pay-easy決済(銀行ATM)"_s},
            {u"ペイジー（ネットバンク）"_s, u"Pay-easy決済(ネットバンク)"_s},
            {u"Pay-easy決済(ネットバンク)"_s, u"Pay-easy決済(ネットバンク)"_s},
            {u"AUかんたん決済"_s, u"auかんたん決済"_s},
            {u"ドコモケータイ払い"_s, u"ドコモケータイ払い"_s},
            {u"ソフトバンクまとめて支払い（B）"_s, u"ソフトバンクまとめて支払い"_s},
            {u"楽天ペイ"_s, u"楽天ペイ"_s},
            {u"楽天Pay"_s, u"楽天ペイ"_s},
            {u"銀行振込"_s, u""_s},
            {u"代金引換"_s, u""_s},
            {u"代金引換（クレジット可）"_s, u""_s},
            {u"コンビニ後払い"_s, u""_s},
            {u"PayPal（クレジットカード）"_s, u""_s},
            {u"郵便振替"_s, u""_s},
            {u""_s, u""_s},
        };
        for (const auto &[name, label] : names) {
            QTest::addRow("%s", qPrintable(name)) << name << label;
        }
    }

    void methods_areRecognisedByTheShopsName()
    {
        QFETCH(QString, name);
        QFETCH(QString, label);
        QCOMPARE(labelOf(paymentMethodFromShopName(name)), label);
    }

    void methods_recogniseTheirOwnLabelsAndPayTypes()
    {
        const QStringList payTypes = {u"0"_s, u"3"_s, u"4"_s, u"4"_s, u"8"_s, u"9"_s, u"11"_s, u"18"_s};
        QCOMPARE(gatewayMethods().size(), 8);
        for (qsizetype index = 0; index < 8; ++index) {
            const PaymentMethod method = gatewayMethods()[index];
            QVERIFY(isGatewayMethod(method));
            QCOMPARE(payTypeOf(method), payTypes[index]);
            QCOMPARE(paymentMethodFromLabel(labelOf(method)), std::optional(method));
            QCOMPARE(paymentMethodFromShopName(labelOf(method)), method);
        }
        QVERIFY(!isGatewayMethod(PaymentMethod::Other));
        QVERIFY(!paymentMethodFromLabel(u""_s));
    }

    void codes_goThereAndBack()
    {
        for (int value = 0; value <= int(OperationKind::Reauthorize); ++value) {
            QCOMPARE(operationKindFromCode(codeOf(OperationKind(value))),
                     std::optional(OperationKind(value)));
        }
        for (int value = 0; value <= int(OperationState::Cancelled); ++value) {
            QCOMPARE(operationStateFromCode(codeOf(OperationState(value))),
                     std::optional(OperationState(value)));
        }
        for (int value = 0; value <= int(Proof::Person); ++value) {
            QCOMPARE(proofFromCode(codeOf(Proof(value))), std::optional(Proof(value)));
        }
        for (int value = 0; value <= int(EndReason::UnknownOrder); ++value) {
            QCOMPARE(endReasonFromCode(codeOf(EndReason(value))), std::optional(EndReason(value)));
        }
        for (int value = 0; value <= int(AnswerClass::Unsent); ++value) {
            QCOMPARE(answerClassFromCode(codeOf(AnswerClass(value))), std::optional(AnswerClass(value)));
        }
        for (int value = 0; value <= int(RunKind::Status); ++value) {
            const auto kind = RunKind(value);
            QCOMPARE(runKindFromCode(codeOf(kind)), std::optional(kind));
            const auto operation = operationOf(kind);
            QCOMPARE(operation.has_value(), kind != RunKind::Refresh && kind != RunKind::Status);
            QVERIFY(!operation || runKindOf(*operation) == kind);
            QVERIFY(!operation || commandOf(kind) == commandOf(*operation));
        }
        QVERIFY(!runKindFromCode(u""_s) && !runKindFromCode(u"refresh"_s));
        QCOMPARE(commandOf(RunKind::Refresh), u"refresh"_s);
        QCOMPARE(codeOf(RunKind::Status), u"STATUS"_s);
        QVERIFY(!operationKindFromCode(u"capture"_s) && !operationStateFromCode(u""_s) &&
                !proofFromCode(u"X"_s));
        QCOMPARE(codeOf(EndReason::NoGatewayDate), u"NO_GATEWAY_DATE"_s);
        QCOMPARE(codeOf(EndReason::None), u""_s);
        QCOMPARE(commandOf(OperationKind::Change), u"change-amount"_s);
    }

    void states_areLiveOrFinalOrPlanned()
    {
        for (int value = 0; value <= int(OperationState::Cancelled); ++value) {
            const auto state = OperationState(value);
            const int kinds =
                int(isLive(state)) + int(isFinal(state)) + int(state == OperationState::Planned);
            QCOMPARE(kinds, 1);
        }
        QVERIFY(isLive(OperationState::Conflict) && isFinal(OperationState::Refused));
    }

    void fullName_hasOneSpaceAndNoneAtTheEnds()
    {
        Addressee person;
        person.familyName = u"山田"_s;
        QCOMPARE(person.fullName(), u"山田"_s);
        person.givenName = u"花子"_s;
        QCOMPARE(person.fullName(), u"山田 花子"_s);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
