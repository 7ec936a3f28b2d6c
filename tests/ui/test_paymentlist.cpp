#include "tests/ui/listfixture.h"
#include "ui/models/badge.h"
#include "ui/models/cellroles.h"
#include "ui/orders/savesearchdialog.h"
#include "ui/text/words.h"
#include "ui/widgets/badgepainting.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/twolinedelegate.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStyleOptionHeader>
#include <QStyleOptionViewItem>
#include <QToolButton>

using namespace kessai;
using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

/// 決済状況一覧 by clicks and keys (S87–S109).
class PaymentListTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void list_showsOnlyGatewayMethods();
    void methods_areTheEightOfTheGuide();
    void orderStatuses_areTheSixOfTheGuide();
    void paymentStatuses_areNineteenInTheGuidesOrder();
    void box_narrowsTheList();
    void allAndNone_tickTheWholeGroup();
    void group_foldsAndStaysFolded();
    void panel_isPutAwayAndComesBackForSearching();
    void unfinished_areShownWhenAskedFor();
    void searchButton_searches();
    void controlEnter_searchesFromAnyBox();
    void columns_standInTheGuidesOrder();
    void whatStaffNeed_isInSightOnASmallScreen_data();
    void whatStaffNeed_isInSightOnASmallScreen();
    void columns_haveRoomForTheirBadges_data();
    void columns_haveRoomForTheirBadges();
    void title_ofTwoLinesIsSortedByThePartThatIsClicked();
    void lines_keepWidthsOfTheirOwn();
    void cells_saySecondsAndWhatIsUnpaid();
    void lastError_saysWhatItsCodesMean();
    void deadline_saysWhichItIsAndWhatHappensThen();
    void deadlines_narrowTheListOneAtATime();
    void otherDeadlines_areOrdersOfTheMenu();
    void headers_tellTheTwoStatesApart();
    void titles_standAsTheirCells();
    void headers_explainTheirOwnColumn();
    void columns_areHiddenByTheMenu();
    void exceptions_areAskedForFirst();
    void orderNumber_opensTheOrder();
    void enter_opensTheOrder();
    void badge_offersTheAllowedMoves();
    void badge_inTwoLinesIsTheLowerHalf();
    void rowMenu_offersAdoptionOnlyForConflicts();
    void pager_goesForthAndBack();
    void rowsPerPage_areKept();
    void nothingThere_saysSo();
    void nothingFound_offersToClearTheConditions();
    void view_isKeptApartFromTheOtherList();
    void conditions_areKeptUnderAName();
    void tab_goesFromTheConditionsToTheRowsAndTheBar();
    void words_areNotClipped_data();
    void words_areNotClipped();
    void everythingInteractive_hasANameForScreenReaders();
    void both_lookAsTheyShould();

private:
    static QCheckBox *box(const ListFixture &f, const QString &group, int value)
    {
        return f.child<QCheckBox>(u"%1_%2"_s.arg(group).arg(value));
    }
    static void clickBox(QCheckBox *box)
    {
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    }
    static QStringList boxTexts(const ListFixture &f, const QString &group)
    {
        QList<QCheckBox *> boxes;
        for (QCheckBox *box : f.page->findChildren<QCheckBox *>()) {
            if (box->objectName().startsWith(f.layoutOfList.name(group) + u'_')) {
                boxes.append(box);
            }
        }
        const QWidget *page = f.page.get();
        std::sort(boxes.begin(), boxes.end(), [page](const QWidget *one, const QWidget *other) {
            return one->mapTo(page, QPoint()).y() < other->mapTo(page, QPoint()).y();
        });
        QStringList texts;
        for (const QCheckBox *box : boxes) {
            texts.append(box->text().section(u"(0)"_s, 0, 0));
        }
        return texts;
    }
    static int sideBarWidth(const QWidget &page)
    {
        return page.fontMetrics().horizontalAdvance(u'あ') * 13 + 2 * 16;
    }
    /// The texts of these columns that are not whole, in rows and in titles, sorted by any of them.
    static QStringList cutOff(const ListFixture &f, const QList<Column> &columns)
    {
        QStringList cut;
        QHeaderView *header = f.table().horizontalHeader();
        for (const Column column : columns) {
            const int width = f.table().columnWidth(int(column));
            for (int row = 0; row < 10; ++row) {
                const QModelIndex index = f.model().index(row, int(column));
                QStyleOptionViewItem option;
                option.initFrom(&f.table());
                if (f.table().itemDelegate()->sizeHint(option, index).width() > width) {
                    cut.append(index.data(Qt::AccessibleTextRole).toString());
                }
            }
            QStyleOptionHeader option;
            option.initFrom(header);
            option.orientation = Qt::Horizontal;
            option.sortIndicator = QStyleOptionHeader::SortDown;
            option.rect = QRect(0, 0, width, header->height());
            const int room = header->style()->subElementRect(QStyle::SE_HeaderLabel, &option, header).width();
            const QString title =
                f.model().headerData(int(column), Qt::Horizontal, Qt::DisplayRole).toString();
            for (const QString &line : title.split(u'\n')) {
                if (header->fontMetrics().horizontalAdvance(line) > room) {
                    cut.append(u"%1: %2 of %3"_s.arg(line).arg(room).arg(
                        header->fontMetrics().horizontalAdvance(line)));
                }
            }
        }
        return cut;
    }
    static QStringList shownColumns(const OrderTable &table)
    {
        QStringList titles;
        const QHeaderView *header = table.horizontalHeader();
        for (int place = 0; place < header->count(); ++place) {
            const int section = header->logicalIndex(place);
            if (!table.isColumnHidden(section)) {
                titles.append(table.model()->headerData(section, Qt::Horizontal).toString());
            }
        }
        return titles;
    }
};

void PaymentListTest::list_showsOnlyGatewayMethods()
{
    ListFixture f(4);
    f.source.orders[1].method = PaymentMethod::Other;
    f.start();
    QCOMPARE(f.result(), u"検索結果：3件が該当しました"_s);
    QVERIFY(f.source.asked.last().onlyGatewayMethods);
    QVERIFY(f.page->findChild<ChipBar *>()->chips().isEmpty()); // it is no condition of anybody's
}

void PaymentListTest::methods_areTheEightOfTheGuide()
{
    ListFixture f(0);
    f.start();
    QCOMPARE(boxTexts(f, u"method"_s),
             (QStringList{u"クレジット決済"_s, u"コンビニ決済"_s, u"Pay-easy決済(銀行ATM)"_s,
                          u"Pay-easy決済(ネットバンク)"_s, u"auかんたん決済"_s, u"ドコモケータイ払い"_s,
                          u"ソフトバンクまとめて支払い"_s, u"楽天ペイ"_s}));
}

void PaymentListTest::orderStatuses_areTheSixOfTheGuide()
{
    ListFixture f(4);
    f.source.orders[0].status = OrderStatus::Returned;
    f.source.orders[1].method = PaymentMethod::Other; // not in this list, so in none of its numbers
    f.start();
    QTRY_COMPARE(box(f, u"orderStatus"_s, int(OrderStatus::New))->text(), u"新規受付(2)"_s);
    QCOMPARE(box(f, u"orderStatus"_s, int(OrderStatus::Returned))->text(), u"返品(1)"_s);
    QCOMPARE(boxTexts(f, u"orderStatus"_s), (QStringList{u"新規受付(2)"_s, u"注文取消し"_s, u"対応中"_s,
                                                         u"発送済み"_s, u"入金済み"_s, u"返品(1)"_s}));
}

void PaymentListTest::paymentStatuses_areNineteenInTheGuidesOrder()
{
    ListFixture f(0);
    f.start();
    QCOMPARE(boxTexts(f, u"paymentStatus"_s),
             (QStringList{u"未決済"_s, u"要求成功"_s, u"注文確定受付"_s, u"キャンセル受付"_s,
                          u"注文金額変更受付"_s, u"支払い完了"_s, u"決済開始"_s, u"期限切れ"_s,
                          u"キャンセル"_s, u"決済失敗"_s, u"仮売上済み"_s, u"実売上済み"_s, u"即時売上済み"_s,
                          u"取消済み"_s, u"返品済み"_s, u"月跨ぎ返品済み"_s, u"簡易オーソリ済み"_s,
                          u"有効性チェック済み"_s, u"例外エラー"_s}));
    QSet<QString> explanations;
    for (const PaymentStatus status : allPaymentStatuses()) {
        const QCheckBox *shown = box(f, u"paymentStatus"_s, int(status));
        QVERIFY2(shown->toolTip().size() > 10, qPrintable(shown->text()));
        QCOMPARE(shown->accessibleDescription(), shown->toolTip());
        explanations.insert(shown->toolTip());
    }
    QCOMPARE(explanations.size(), 19); // each in words of its own
}

void PaymentListTest::box_narrowsTheList()
{
    ListFixture f(10);
    f.source.orders[3].paymentStatus = PaymentStatus::Captured;
    f.source.orders[4].paymentStatus = PaymentStatus::Voided;
    f.source.orders[5].method = PaymentMethod::ConvenienceStore;
    f.start();
    QCheckBox *captured = box(f, u"paymentStatus"_s, int(PaymentStatus::Captured));
    QTRY_COMPARE(captured->text(), u"実売上済み(1)"_s);
    clickBox(captured);
    clickBox(box(f, u"paymentStatus"_s, int(PaymentStatus::Voided)));
    QTRY_COMPARE(f.result(), u"検索結果：2件が該当しました"_s);
    QCOMPARE(f.child<QToolButton>(u"paymentStatus_fold"_s)->text(), u"決済状況（2）"_s);
    clickBox(captured);
    clickBox(box(f, u"paymentStatus"_s, int(PaymentStatus::Voided)));
    clickBox(box(f, u"method"_s, int(PaymentMethod::ConvenienceStore)));
    QTRY_COMPARE(f.result(), u"検索結果：1件が該当しました"_s);
    QCOMPARE(f.page->findChild<ChipBar *>()->chips().value(0).text, u"支払方法: コンビニ決済"_s);
}

void PaymentListTest::allAndNone_tickTheWholeGroup()
{
    ListFixture f(2);
    f.start();
    QTest::mouseClick(f.child<QToolButton>(u"paymentStatus_all"_s), Qt::LeftButton);
    QTRY_COMPARE(f.source.asked.last().paymentStatuses.size(), 19);
    QTest::mouseClick(f.child<QToolButton>(u"paymentStatus_none"_s), Qt::LeftButton);
    QTRY_VERIFY(f.source.asked.last().paymentStatuses.isEmpty());
}

void PaymentListTest::group_foldsAndStaysFolded()
{
    ListFixture f(2);
    f.start();
    QVERIFY(box(f, u"method"_s, 0)->isVisible());
    auto *fold = f.child<QToolButton>(u"method_fold"_s);
    fold->setFocus();
    QTest::keyClick(fold, Qt::Key_Space);
    QVERIFY(!box(f, u"method"_s, 0)->isVisible());
    QVERIFY(box(f, u"orderStatus"_s, 1)->isVisible());
    f.makePage();
    f.start();
    QVERIFY(!box(f, u"method"_s, 0)->isVisible());
    QTest::mouseClick(f.child<QToolButton>(u"method_fold"_s), Qt::LeftButton);
    QVERIFY(box(f, u"method"_s, 0)->isVisible());
}

void PaymentListTest::panel_isPutAwayAndComesBackForSearching()
{
    ListFixture f(2);
    f.start();
    auto *panel = f.child<QWidget>(u"filterPanel"_s);
    QVERIFY(panel->isVisible());
    QTest::mouseClick(f.child<QToolButton>(u"panelButton"_s), Qt::LeftButton);
    QVERIFY(!panel->isVisible());
    f.makePage();
    f.start();
    QVERIFY(!f.child<QWidget>(u"filterPanel"_s)->isVisible());
    f.page->focusSearch();
    QVERIFY(f.child<QLineEdit>(u"searchBox"_s)->hasFocus());
}

void PaymentListTest::unfinished_areShownWhenAskedFor()
{
    ListFixture f(5);
    f.source.orders[0].status = OrderStatus::Pending;
    f.source.orders[1].status = OrderStatus::Processing;
    f.start();
    QCOMPARE(f.result(), u"検索結果：3件が該当しました"_s);
    QTRY_COMPARE(box(f, u"paymentStatus"_s, int(PaymentStatus::Authorized))->text(), u"仮売上済み(3)"_s);
    clickBox(f.child<QCheckBox>(u"withUnfinished"_s));
    QTRY_COMPARE(f.result(), u"検索結果：5件が該当しました"_s);
    f.source.orders[2].status = OrderStatus::Paid;
    clickBox(box(f, u"orderStatus"_s, int(OrderStatus::Paid)));
    QTRY_COMPARE(f.result(), u"検索結果：3件が該当しました"_s); // that one and the two
}

void PaymentListTest::searchButton_searches()
{
    ListFixture f(30);
    f.start();
    f.source.asked.clear();
    auto *query = f.child<QLineEdit>(u"searchBox"_s);
    QTest::keyClicks(query, u"17"_s);
    QTest::mouseClick(f.child<QPushButton>(u"searchButton"_s), Qt::LeftButton);
    QCOMPARE(f.source.asked.size(), 1); // at once
    QTRY_COMPARE(f.result(), u"検索結果：1件が該当しました"_s);
    f.page->focusSearch();
    QVERIFY(query->hasFocus());
    QTest::keyClick(query, Qt::Key_Down);
    QVERIFY(f.table().hasFocus());
}

void PaymentListTest::controlEnter_searchesFromAnyBox()
{
    ListFixture f(3);
    f.start();
    f.source.asked.clear();
    QCheckBox *card = box(f, u"method"_s, 0);
    card->setFocus();
    QTest::keyClick(card, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.source.asked.size(), 1);
}

void PaymentListTest::columns_standInTheGuidesOrder()
{
    ListFixture f(1);
    f.start();
    QCOMPARE(
        shownColumns(f.table()),
        (QStringList{u""_s, u"決済状況\n支払方法"_s, u"対応状況"_s, u"注文番号\nお名前"_s, u"受注日時"_s,
                     u"購入金額\n入金日"_s, u"決済金額\n差異"_s, u"期限"_s, u"最終操作"_s, u"最終エラー"_s}));
    f.table().setTwoLines(false);
    QCOMPARE(shownColumns(f.table()),
             (QStringList{u""_s, u"決済状況"_s, u"支払方法"_s, u"対応状況"_s, u"注文番号"_s, u"受注日時"_s,
                          u"お名前"_s, u"購入金額"_s, u"入金日"_s, u"決済金額"_s, u"差異"_s, u"期限"_s,
                          u"最終操作"_s, u"最終エラー"_s}));
    ListFixture orders(1, ListLayout::orders());
    orders.start();
    QCOMPARE(shownColumns(orders.table()).mid(0, 3), (QStringList{u""_s, u"注文者"_s, u"支払方法"_s}));
}

/// What the main window leaves for a list of a window of 1280 pixels.
void PaymentListTest::whatStaffNeed_isInSightOnASmallScreen_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("ja") << u"ja"_s;
    QTest::newRow("en") << u"en"_s;
}

void PaymentListTest::whatStaffNeed_isInSightOnASmallScreen()
{
    QFETCH(QString, language);
    ListFixture f(40, ListLayout::payments(), language);
    f.source.orders[1].doubt = OperationState::InDoubt;
    f.source.orders[2].difference = Yen{-12'500};
    f.source.orders[2].lastError = u"E11010010|M01060010"_s;
    f.source.orders[3].paymentStatus = PaymentStatus::Captured;
    f.source.orders[3].cancelBy = QDate(2021, 5, 30);
    f.source.orders[4].captureBy = QDate(2020, 12, 1);
    const QStringList names{u"小笠原 美咲"_s, u"長谷川 健一"_s, u"五十嵐 直樹"_s, u"勅使河原 さくら"_s,
                            u"勅使河原 由美子"_s};
    for (int row = 0; row < names.size(); ++row) {
        f.source.orders[row].customerName = names.at(row);
        f.source.orders[row].orderNumber = QString::number(19'900 + row);
    }
    f.page->resize(1280 - sideBarWidth(*f.page), 720);
    f.start();
    f.picture(u"payments-1280-"_s + language);
    QVERIFY(f.child<QWidget>(u"filterPanel"_s)->isVisible());
    const QList<Column> needed{Column::PaymentStatus,   Column::Status, Column::Number,
                               Column::OrderedAtSecond, Column::Amount, Column::GatewayAmount,
                               Column::Deadline};
    for (const Column column : needed) {
        const QModelIndex index = f.model().index(1, int(column));
        QVERIFY2(f.table().viewport()->rect().contains(f.table().visualRect(index).adjusted(0, 0, -1, 0)),
                 qPrintable(u"%1 at %2 of %3"_s.arg(f.model().titleOf(column))
                                .arg(f.table().visualRect(index).right())
                                .arg(f.table().viewport()->width())));
    }
    const QStringList cut = cutOff(f, needed);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    for (const Column column : {Column::Method, Column::Difference, Column::Customer}) {
        QVERIFY(f.layoutOfList.isSecondLine(column)); // in sight with the column above it
    }
    f.page->resize(1600 - sideBarWidth(*f.page), 820);
    f.picture(u"payments-1600-"_s + language);
    f.table().setTwoLines(false);
    f.picture(u"payments-1600-one-line-"_s + language);
    ListFixture orders(20, ListLayout::orders(), language);
    orders.page->resize(1280 - sideBarWidth(*orders.page), 720);
    orders.start();
    orders.picture(u"orders-1280-"_s + language);
}

void PaymentListTest::columns_haveRoomForTheirBadges_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("payments");
    for (const QString &language : {u"ja"_s, u"en"_s}) {
        QTest::addRow("%s orders", qPrintable(language)) << language << false;
        QTest::addRow("%s payments", qPrintable(language)) << language << true;
    }
}

/// Every word that either kind of state has, in rows of one line and of two.
void PaymentListTest::columns_haveRoomForTheirBadges()
{
    QFETCH(QString, language);
    QFETCH(bool, payments);
    ListFixture f(30, payments ? ListLayout::payments() : ListLayout::orders(), language);
    int row = 0;
    for (const PaymentStatus status : allPaymentStatuses()) {
        f.source.orders[row++].paymentStatus = status;
    }
    f.source.orders[row++].doubt = OperationState::InDoubt;
    f.source.orders[row++].doubt = OperationState::Conflict;
    f.source.orders[row++].ambiguous = true;
    f.source.orders[row++].paymentStatus.reset();
    row = 0;
    for (const OrderStatus status : allOrderStatuses()) {
        f.source.orders[row++].status = leftOutOfSearches(status) ? OrderStatus::New : status;
    }
    f.start();
    for (const bool twoLines : {true, false}) {
        f.table().setTwoLines(twoLines);
        for (const Column column : {Column::PaymentStatus, Column::Status}) {
            for (int order = 0; order < f.model().rowCount(); ++order) {
                const QModelIndex index = f.model().index(order, int(column));
                const int needs = badgeWidth(index.data(BadgeRole).value<Badge>(), f.table().fontMetrics()) +
                                  2 * TwoLineDelegate::MarginPx;
                const int section = twoLines && f.layoutOfList.isSecondLine(column)
                                        ? int(f.layoutOfList.lines.below.key(column))
                                        : int(column);
                QVERIFY2(f.table().columnWidth(section) >= needs, qPrintable(index.data().toString()));
            }
        }
    }
}

void PaymentListTest::title_ofTwoLinesIsSortedByThePartThatIsClicked()
{
    ListFixture f(2);
    f.start();
    QHeaderView *header = f.table().horizontalHeader();
    const auto click = [&f, header](Column column, double height) {
        const QPoint place(header->sectionViewportPosition(int(column)) + 20, int(header->height() * height));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        return f.source.askedSorts.last().field;
    };
    QCOMPARE(click(Column::GatewayAmount, 0.75), u"difference"_s);
    QTRY_COMPARE(header->sortIndicatorSection(), int(Column::GatewayAmount)); // where it stands
    QCOMPARE(click(Column::GatewayAmount, 0.25), u"gatewayAmount"_s);
    QCOMPARE(click(Column::Deadline, 0.75), u"captureBy"_s); // has one title
}

void PaymentListTest::lines_keepWidthsOfTheirOwn()
{
    ListFixture f(2);
    f.start();
    const auto width = [&f] { return f.table().columnWidth(int(Column::Amount)); };
    f.table().setColumnWidth(int(Column::Amount), 177);
    f.table().setTwoLines(false);
    QVERIFY(width() < 177);
    f.table().setTwoLines(true);
    QCOMPARE(width(), 177);
    f.table().setTwoLines(false);
    f.makePage();
    f.start();
    QVERIFY(!f.table().twoLines());
    QVERIFY(!f.table().isColumnHidden(int(Column::PaidAt)));
}

void PaymentListTest::cells_saySecondsAndWhatIsUnpaid()
{
    ListFixture f(2);
    OrderSummary &first = f.source.orders[0];
    first.orderedAt = first.orderedAt->addSecs(23);
    first.lastOperation = u"CAPTURE"_s;
    first.lastOperationState = u"REFUSED"_s;
    first.lastError = u"M01060010"_s;
    first.difference = Yen{-500};
    f.source.orders[1].paidAt = f.source.orders[1].orderedAt;
    f.start();
    const auto text = [&f](int row, Column column) {
        return f.model().index(row, int(column)).data().toString();
    };
    const QModelIndex ordered = f.model().index(0, int(Column::OrderedAtSecond));
    QCOMPARE(ordered.data().toString(), u"2020/12/03"_s);
    QCOMPARE(ordered.data(SecondLineRole).toString(), u"13:21:23"_s);
    f.table().setTwoLines(false);
    QCOMPARE(text(0, Column::OrderedAtSecond), u"2020/12/03 13:21:23"_s);
    QCOMPARE(text(0, Column::PaidAt), u"未入金"_s);
    QCOMPARE(text(1, Column::PaidAt), u"2020/12/03"_s);
    QCOMPARE(text(0, Column::Customer), u"髙橋 花子"_s);
    QCOMPARE(text(0, Column::GatewayAmount), u"¥3,200"_s);
    QCOMPARE(text(0, Column::Difference), u"-¥500"_s);
    QCOMPARE(text(0, Column::LastOperation),
             u"%1（%2）"_s.arg(Words::of(OperationKind::Capture), Words::of(OperationState::Refused)));
    const QString method = f.model().index(0, int(Column::Method)).data(Qt::ToolTipRole).toString();
    QVERIFY2(method.contains(u"クレジット決済"_s) && method.contains(u"GMOクレジット決済"_s),
             qPrintable(method));
}

void PaymentListTest::lastError_saysWhatItsCodesMean()
{
    ListFixture f(2);
    f.source.orders[0].lastError = u"E11010010|M01060010"_s;
    f.start();
    const QModelIndex cell = f.model().index(0, int(Column::LastError));
    QCOMPARE(cell.data().toString(), u"E11010010 ほか1件"_s);
    QCOMPARE(cell.data(SecondLineRole).toString(), u"180日を過ぎた(カード)"_s);
    const QString toolTip = cell.data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(u"E11010010: 180日を過ぎた(カード)\nM01060010: 仮売上の有効期間が切れた"_s),
             qPrintable(toolTip));
    f.table().setTwoLines(false);
    QCOMPARE(cell.data().toString(), u"E11010010 ほか1件: 180日を過ぎた(カード)"_s);
    const QPoint place = f.cell(0, Column::Amount);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, f.table().viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(f.table().viewport(), &event);
    QTRY_VERIFY(f.menuEntry(u"copyErrorAction"_s));
    ListFixture::choose(f.menuEntry(u"copyErrorAction"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"E11010010: 180日を過ぎた(カード)\nM01060010: 仮売上の有効期間が切れた"_s);
}

void PaymentListTest::deadline_saysWhichItIsAndWhatHappensThen()
{
    ListFixture f(4); // today is 2020-12-03
    f.source.orders[1].captureBy = QDate(2020, 12, 1);
    f.source.orders[1].cancelBy = QDate(2021, 3, 1);
    f.source.orders[2].paymentStatus = PaymentStatus::Captured;
    f.source.orders[2].cancelBy = QDate(2020, 12, 4);
    f.source.orders[2].changeBy = QDate(2020, 12, 4);
    f.source.orders[3].paymentStatus = PaymentStatus::Captured;
    f.source.orders[3].cancelBy = QDate(2020, 12, 2);
    f.start();
    const auto cell = [&f](int row, int role) {
        return f.model().index(row, int(Column::Deadline)).data(role);
    };
    const auto toolTip = [&cell](int row) { return cell(row, Qt::ToolTipRole).toString(); };
    QCOMPARE(cell(0, Qt::DisplayRole).toString(), u"2020/12/10"_s);
    QCOMPARE(cell(0, SecondLineRole).toString(), u"あと 7日"_s);
    QVERIFY(toolTip(0).contains(u"売上期限: 2020/12/10（あと 7日）"_s));
    QCOMPARE(cell(1, SecondLineRole).toString(), u"2日超過"_s);
    QVERIFY2(toolTip(1).contains(u"売上期限超過"_s) && toolTip(1).contains(u"2021/03/01"_s),
             qPrintable(toolTip(1)));
    QCOMPARE(cell(2, Qt::DisplayRole).toString(), u"2020/12/04"_s);
    QCOMPARE(cell(2, SecondLineRole).toString(), u"取消 あと 1日"_s);
    QCOMPARE(cell(2, MeaningRole).toInt(), int(Meaning::NeedsWork)); // one day is left to do anything
    QVERIFY(toolTip(2).contains(u"変更・取消の期限"_s));
    QCOMPARE(cell(3, Qt::DisplayRole).toString(), QString());
    f.table().setTwoLines(false);
    QCOMPARE(cell(0, Qt::DisplayRole).toString(), u"2020/12/10（あと 7日）"_s);
}

void PaymentListTest::deadlines_narrowTheListOneAtATime()
{
    ListFixture f(3); // today is 2020-12-03
    f.start();
    auto *box = f.child<QComboBox>(u"deadline"_s);
    const auto choose = [&f, box](int place) {
        QSignalSpy found(&f.model(), &OrderTableModel::found);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int step = 0; step < place; ++step) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        const bool asked = QTest::qWaitFor([&found] { return !found.isEmpty(); });
        return asked ? f.model().filter() : OrderFilter{};
    };
    QCOMPARE(box->currentIndex(), 0);
    const OrderFilter near = choose(3);
    QCOMPARE(near.payByFrom, std::optional(QDate(2020, 12, 3)));
    QCOMPARE(near.payByUntil, std::optional(QDate(2020, 12, 6)));
    QVERIFY(!near.captureByUntil);
    QCOMPARE(box->currentIndex(), 3);
    const OrderFilter lapsed = choose(2);
    QCOMPARE(lapsed.captureByUntil, std::optional(QDate(2020, 12, 2)));
    QVERIFY(!lapsed.payByFrom && !lapsed.payByUntil && !lapsed.payWithinDays);
    const OrderFilter none = choose(0);
    QVERIFY(!none.captureByUntil && !none.captureWithinDays);
}

void PaymentListTest::otherDeadlines_areOrdersOfTheMenu()
{
    ListFixture f(3);
    f.start();
    QMenu menu;
    f.table().fillColumnMenu(menu);
    QStringList orders;
    for (const QAction *order : menu.actions().first()->menu()->actions()) {
        orders.append(order->text());
    }
    for (const QString &order : {u"売上期限"_s, u"お支払期限"_s, u"取消期限"_s, u"変更期限"_s}) {
        QVERIFY2(orders.contains(order), qPrintable(orders.join(u' ')));
    }
}

void PaymentListTest::headers_tellTheTwoStatesApart()
{
    ListFixture f(1);
    f.start();
    const auto toolTip = [&f](Column column) {
        return f.model().headerData(int(column), Qt::Horizontal, Qt::ToolTipRole).toString();
    };
    QVERIFY(!toolTip(Column::Method).contains(u"対応状況"_s));
    QVERIFY(toolTip(Column::Status).contains(u"受注管理での状況"_s));
    QVERIFY(toolTip(Column::PaymentStatus).contains(u"GMOでの決済の状態"_s));
}

void PaymentListTest::titles_standAsTheirCells()
{
    for (const bool payments : {true, false}) {
        ListFixture f(1, payments ? ListLayout::payments() : ListLayout::orders());
        f.start();
        for (const Column column : std::as_const(f.layoutOfList.columns)) {
            const QVariant title = f.model().headerData(int(column), Qt::Horizontal, Qt::TextAlignmentRole);
            const QVariant cell = f.model().index(0, int(column)).data(Qt::TextAlignmentRole);
            QVERIFY2(column == Column::Tick || title.toInt() == cell.toInt(),
                     qPrintable(f.model().titleOf(column)));
        }
    }
}

void PaymentListTest::headers_explainTheirOwnColumn()
{
    ListFixture f(1);
    f.start();
    f.table().setTwoLines(false);
    QStringList said;
    for (const Column column : std::as_const(f.layoutOfList.columns)) {
        if (column != Column::Tick) { // has a box of its own
            const QString toolTip =
                f.model().headerData(int(column), Qt::Horizontal, Qt::ToolTipRole).toString();
            QVERIFY2(!toolTip.isEmpty() && !said.contains(toolTip), qPrintable(f.model().titleOf(column)));
            said.append(toolTip);
        }
    }
    const auto toolTip = [&f](Column column) {
        return f.model().headerData(int(column), Qt::Horizontal, Qt::ToolTipRole).toString();
    };
    QVERIFY(toolTip(Column::Method).startsWith(u"購入者が選んだ支払方法"_s));
    f.table().setTwoLines(true);
    QVERIFY(toolTip(Column::PaymentStatus).contains(u"GMOでの決済の状態"_s)); // and of what stands below
    QVERIFY(toolTip(Column::PaymentStatus).contains(u"購入者が選んだ支払方法"_s));
}

void PaymentListTest::columns_areHiddenByTheMenu()
{
    ListFixture f(1);
    f.start();
    QMenu menu;
    f.table().fillColumnMenu(menu);
    QAction *lastError = nullptr;
    bool offersLines = false;
    for (QAction *action : menu.actions()) {
        lastError = action->text() == u"最終エラー"_s ? action : lastError;
        QVERIFY(!action->text().startsWith(u"注文番号"_s)); // cannot be hidden
        offersLines |= action->text() == u"1件を2行で表示"_s;
    }
    QVERIFY(offersLines);
    QVERIFY(lastError && lastError->isChecked());
    lastError->trigger();
    QVERIFY(f.table().isColumnHidden(int(Column::LastError)));
    f.makePage();
    f.start();
    QVERIFY(f.table().isColumnHidden(int(Column::LastError)));
}

void PaymentListTest::exceptions_areAskedForFirst()
{
    ListFixture f(2);
    f.start();
    QVERIFY(f.source.askedSorts.last().exceptionsFirst);
    QHeaderView *header = f.table().horizontalHeader();
    const int amount = int(Column::Amount);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(amount) + 20, header->height() / 2));
    QCOMPARE(f.source.askedSorts.last().field, u"total"_s);
    QVERIFY(f.source.askedSorts.last().exceptionsFirst); // whatever they are sorted by
    QTRY_COMPARE(header->sortIndicatorSection(), amount);
}

void PaymentListTest::orderNumber_opensTheOrder()
{
    ListFixture f(3);
    f.start();
    f.click(1, Column::Number);
    QCOMPARE(f.opened, QList<qint64>{2});
    f.click(1, Column::Amount); // selects only
    QCOMPARE(f.opened.size(), 1);
    f.click(0, Column::Number, Qt::ControlModifier); // adds the row to the selection
    QCOMPARE(f.opened.size(), 1);
    f.click(2, Column::OrderedAtSecond);
    QTest::mouseDClick(f.table().viewport(), Qt::LeftButton, {}, f.cell(2, Column::OrderedAtSecond));
    QCOMPARE(f.opened, (QList<qint64>{2, 1}));
}

void PaymentListTest::enter_opensTheOrder()
{
    ListFixture f(3);
    f.start();
    f.click(2, Column::Amount);
    QTest::keyClick(&f.table(), Qt::Key_Return);
    QCOMPARE(f.opened, QList<qint64>{1});
}

void PaymentListTest::badge_offersTheAllowedMoves()
{
    ListFixture f(3);
    f.start();
    QSignalSpy asked(f.page.get(), &OrderListPage::statusOfOneAsked);
    f.click(1, Column::Status);
    const auto entry = [&f](OrderStatus status) { return f.menuEntry(u"moveTo_%1"_s.arg(int(status))); };
    QTRY_VERIFY(entry(OrderStatus::InProgress));
    QVERIFY(!entry(OrderStatus::New));     // it is that
    QVERIFY(!entry(OrderStatus::Pending)); // the shop's own
    QVERIFY(entry(OrderStatus::Paid)->isEnabled());
    QAction *returned = entry(OrderStatus::Returned);
    QVERIFY(!returned->isEnabled());
    QCOMPARE(returned->text(), u"返品（新規受付からは変更できません）"_s);
    QVERIFY(returned->toolTip().contains(u"変更することはできません"_s));
    ListFixture::choose(entry(OrderStatus::InProgress));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).value<OrderId>(), OrderId{2});
    QCOMPARE(asked.first().at(1).value<OrderStatus>(), OrderStatus::InProgress);
}

void PaymentListTest::badge_inTwoLinesIsTheLowerHalf()
{
    ListFixture f(3, ListLayout::orders());
    f.start();
    const QRect cell = f.table().visualRect(f.model().index(0, int(Column::Method)));
    QTest::mouseClick(f.table().viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 30, cell.top() + 8));
    QVERIFY(!f.menuEntry(u"moveTo_4"_s));
    QTest::mouseClick(f.table().viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 30, cell.bottom() - 12));
    QTRY_VERIFY(f.menuEntry(u"moveTo_4"_s));
}

void PaymentListTest::rowMenu_offersAdoptionOnlyForConflicts()
{
    ListFixture f(2);
    f.source.orders[1].doubt = OperationState::Conflict;
    f.start();
    const auto openMenu = [&f](int row) {
        const QPoint place = f.cell(row, Column::Amount);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, f.table().viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(f.table().viewport(), &event);
    };
    openMenu(0);
    QTRY_VERIFY(f.menuEntry(u"tickRowAction"_s));
    QVERIFY(!f.menuEntry(u"adoptAction"_s));
    ListFixture::choose(f.menuEntry(u"tickRowAction"_s));
    QCOMPARE(f.ticked(), QList<qint64>{2});
    QTRY_VERIFY(!f.menuEntry(u"tickRowAction"_s));
    QSignalSpy adopted(f.page.get(), &OrderListPage::adoptAsked);
    openMenu(1);
    QTRY_VERIFY(f.menuEntry(u"adoptAction"_s));
    ListFixture::choose(f.menuEntry(u"adoptAction"_s));
    QCOMPARE(adopted.count(), 1);
    QCOMPARE(adopted.first().first().value<OrderId>(), OrderId{1});
}

void PaymentListTest::pager_goesForthAndBack()
{
    ListFixture f(25);
    f.start();
    auto *rows = f.child<QComboBox>(u"rowsPerPage"_s);
    QCOMPARE(rows->currentText(), u"すべて"_s);
    QCOMPARE(f.model().rowCount(), 25);
    QVERIFY(!f.child<QToolButton>(u"nextPage"_s)->isVisible());
    rows->setFocus();
    QTest::keyClick(rows, Qt::Key_Home);
    QCOMPARE(rows->currentText(), u"10件"_s);
    QCOMPARE(f.model().rowCount(), 10);
    auto *next = f.child<QToolButton>(u"nextPage"_s);
    auto *back = f.child<QToolButton>(u"previousPage"_s);
    QVERIFY(next->isVisible() && next->isEnabled() && !back->isEnabled());
    QTest::mouseClick(next, Qt::LeftButton);
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(f.child<QLabel>(u"pagePlace"_s)->text(), u"3 / 3ページ"_s);
    QCOMPARE(f.model().rowCount(), 5);
    QVERIFY(!next->isEnabled());
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(f.model().idAt(0).value, 15);
    QCOMPARE(f.result(), u"検索結果：25件が該当しました"_s);
    QCOMPARE(rows->itemText(9), u"100件"_s);
}

void PaymentListTest::rowsPerPage_areKept()
{
    ListFixture f(25);
    f.start();
    auto *rows = f.child<QComboBox>(u"rowsPerPage"_s);
    rows->setFocus();
    QTest::keyClick(rows, Qt::Key_Home);
    QTest::keyClick(rows, Qt::Key_Down);
    f.makePage();
    f.start();
    QCOMPARE(f.child<QComboBox>(u"rowsPerPage"_s)->currentText(), u"20件"_s);
    QCOMPARE(f.model().rowCount(), 20);
}

void PaymentListTest::nothingThere_saysSo()
{
    ListFixture f(0);
    f.start();
    QCOMPARE(f.result(), u"検索結果：0件が該当しました"_s);
    QCOMPARE(f.page->findChild<QLabel *>(u"emptyTitle"_s)->text(), u"GMO決済の受注はまだありません"_s);
    f.picture(u"payments-0"_s);
}

void PaymentListTest::nothingFound_offersToClearTheConditions()
{
    ListFixture f(12);
    f.start();
    QTest::keyClicks(f.child<QLineEdit>(u"searchBox"_s), u"nobody"_s);
    QTRY_COMPARE(f.result(), u"検索結果：0件が該当しました"_s);
    QTRY_COMPARE(f.page->findChild<Paragraph *>(u"emptyText"_s)->sentences(),
                 u"「検索: nobody」を外すと12件あります。"_s);
    QTest::mouseClick(f.child<QAbstractButton>(u"clearConditions"_s), Qt::LeftButton);
    QTRY_COMPARE(f.result(), u"検索結果：12件が該当しました"_s);
    QVERIFY(f.page->filter().onlyGatewayMethods);
}

void PaymentListTest::view_isKeptApartFromTheOtherList()
{
    ListFixture f(10);
    f.start();
    clickBox(box(f, u"paymentStatus"_s, int(PaymentStatus::Authorized)));
    QTRY_COMPARE(f.source.asked.last().paymentStatuses.size(), 1);
    f.makePage();
    OrderListPage orders(f.source, f.counts, f.settings);
    orders.start();
    QVERIFY(f.source.asked.last().paymentStatuses.isEmpty());
    QVERIFY(!f.source.asked.last().onlyGatewayMethods);
    f.start();
    QCOMPARE(f.source.asked.last().paymentStatuses, QList<PaymentStatus>{PaymentStatus::Authorized});
}

void PaymentListTest::conditions_areKeptUnderAName()
{
    ListFixture f(3);
    f.start();
    QSignalSpy asked(f.page.get(), &OrderListPage::saveSearchAsked);
    QTest::mouseClick(f.child<QToolButton>(u"saveSearchButton"_s), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QVERIFY(asked.first().first().value<OrderFilter>().onlyGatewayMethods);
    auto *dialog = new SaveSearchDialog({u"対応状況: 新規受付"_s}, f.page.get());
    QSignalSpy named(dialog, &SaveSearchDialog::nameChosen);
    dialog->open();
    auto *save = dialog->findChild<QPushButton *>(u"confirmSaveSearch"_s);
    auto *name = dialog->findChild<QLineEdit *>(u"searchName"_s);
    QTest::keyClicks(name, u"  "_s);
    QVERIFY(!save->isEnabled()); // no name
    QTest::keyClicks(name, u"new "_s);
    QTest::mouseClick(save, Qt::LeftButton);
    QCOMPARE(named.count(), 1);
    QCOMPARE(named.first().first().toString(), u"new"_s);
}

void PaymentListTest::tab_goesFromTheConditionsToTheRowsAndTheBar()
{
    for (const ListLayout &layout : {ListLayout::payments(), ListLayout::orders()}) {
        ListFixture f(3, layout);
        f.start();
        f.click(0, Column::Tick);
        QTRY_VERIFY(f.page->tickCounts().known());
        const QStringList stops{u"searchBox"_s,         u"searchButton"_s,   u"columnsButton"_s,
                                f.table().objectName(), u"tickBox"_s,        u"bulkOperations"_s,
                                u"bulk_CAPTURE"_s,      u"bulkRefresh"_s,    u"bulkStatuses"_s,
                                u"clearTicks"_s,        u"tickListButton"_s, u"rowsPerPage"_s};
        f.page->focusSearch();
        qsizetype reached = 0;
        for (int step = 0; step < 80 && reached < stops.size(); ++step) {
            const QString name = QApplication::focusWidget()->objectName();
            reached += name == stops.at(reached) || name == layout.name(stops.at(reached)) ? 1 : 0;
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY2(reached == stops.size(), qPrintable(stops.value(reached)));
    }
}

void PaymentListTest::words_areNotClipped_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("widthPx");
    for (const QString &language : {u"ja"_s, u"en"_s}) {
        for (const int width : {900, 1160, 1700}) {
            QTest::addRow("%s %d", qPrintable(language), width) << language << width;
        }
    }
}

void PaymentListTest::words_areNotClipped()
{
    QFETCH(QString, language);
    QFETCH(int, widthPx);
    ListFixture f(3, ListLayout::payments(), language);
    f.page->resize(widthPx, 700);
    f.start();
    f.click(0, Column::Tick);
    QTRY_VERIFY(f.page->tickCounts().known());
    QVERIFY2(f.page->width() <= widthPx, "the page does not fit this width");
    QStringList clipped;
    for (const QAbstractButton *button : f.page->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() &&
            button->width() < button->minimumSizeHint().width()) {
            clipped.append(button->text());
        }
    }
    for (const QLabel *label : f.page->findChildren<QLabel *>()) {
        const int words = label->fontMetrics().boundingRect(label->text()).width();
        if (label->isVisible() && !label->wordWrap() && label->contentsRect().width() < words) {
            clipped.append(label->text());
        }
    }
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u" / "_s)));
}

void PaymentListTest::everythingInteractive_hasANameForScreenReaders()
{
    ListFixture f(3);
    f.start();
    f.click(0, Column::Tick);
    for (const QWidget *widget : f.page->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool ours = !widget->objectName().startsWith(u"qt_"_s) && widget->isVisibleTo(f.page.get());
        const bool interactive =
            button || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget);
        if (ours && interactive && widget->focusPolicy() != Qt::NoFocus) {
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(widget->objectName()));
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        }
    }
}

/// Pictures for people; what is told by them is said by the tests above.
void PaymentListTest::both_lookAsTheyShould()
{
    for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
        applyTheme(*qApp, choice);
        const QString theme = codeOf(choice);
        ListFixture f(3);
        f.source.orders[0].paymentStatus = PaymentStatus::Exception;
        f.source.orders[1].doubt = OperationState::InDoubt;
        f.source.orders[2].lastOperation = u"CANCEL"_s;
        f.source.orders[2].lastOperationState = u"DONE"_s;
        f.start();
        f.click(1, Column::Tick);
        QTRY_VERIFY(f.page->tickCounts().known());
        f.picture(u"payments-3-"_s + theme);
        ListFixture orders(3, ListLayout::orders());
        orders.start();
        orders.click(0, Column::Tick);
        QTRY_VERIFY(orders.page->tickCounts().known());
        orders.picture(u"orders-3-"_s + theme);
    }
}

QTEST_MAIN(PaymentListTest)
#include "test_paymentlist.moc"
