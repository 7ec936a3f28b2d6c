#include "core/services/gatewayproblem.h"
#include "core/services/orderservice.h"
#include "core/services/transportdetail.h"
#include "core/settings/settings.h"
#include "core/storage/databaseerrors.h"
#include "ui/models/codewords.h"
#include "ui/payments/logcontent.h"
#include "ui/text/language.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

/// The English window: what the core says comes out in English too, and every text has a translation.
class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_language.install(u"ja"_s); }

    void sentencesOfTheCore_areJapanese();
    void sentencesOfTheCore_areEnglishInTheEnglishWindow();
    void gatewayCode_isExplainedInTheLanguageOfTheWindow();
    void transportNote_isASentenceInTheLanguageOfTheWindow();
    void logContent_tellsATransportNote();
    void translations_areCompleteAndEnglish();

private:
    static QStringList sentences();
    static bool hasJapanese(const QString &text)
    {
        static const QRegularExpression japanese(
            u"[\\x{3001}-\\x{30ff}\\x{4e00}-\\x{9fff}\\x{ff00}-\\x{ffef}]"_s);
        return text.contains(japanese);
    }

    Language m_language;
};

/// A refusal of each kind: a setting, a status, the gateway, the database.
QStringList TestLanguage::sentences()
{
    const QTemporaryDir folder;
    auto settings = Settings::load(folder.filePath(u"settings.ini"_s));
    Order returned;
    returned.status = OrderStatus::Returned;
    InquiryAnswer unknown;
    unknown.outcome = InquiryAnswer::Outcome::UnknownOrder;
    DatabaseSpec spec;
    spec.sqliteFile = u"shop.db"_s;
    return {settings->set(u"rules.captureDays"_s, u"75"_s).error(),
            statusProblem(returned, OrderStatus::Paid), readProblem(unknown),
            storageErrorOf(spec, StorageError::Kind::Busy, QString(), u"locked"_s).message};
}

void TestLanguage::sentencesOfTheCore_areJapanese()
{
    for (const QString &sentence : sentences()) {
        QVERIFY2(sentence.contains(u'。'), qPrintable(sentence));
    }
}

void TestLanguage::sentencesOfTheCore_areEnglishInTheEnglishWindow()
{
    m_language.install(u"en"_s);
    const QStringList english = sentences();
    for (const QString &sentence : english) {
        QVERIFY2(!sentence.isEmpty() && !hasJapanese(sentence), qPrintable(sentence));
    }
    QCOMPARE(english.at(1), u"The order status cannot be changed from \"Returned\" to \"Paid\"."_s);
}

void TestLanguage::gatewayCode_isExplainedInTheLanguageOfTheWindow()
{
    const QString code = u"E01110002"_s;
    QVERIFY(hasJapanese(gatewayCodeMeaning(code)));
    m_language.install(u"en"_s);
    QVERIFY(!gatewayCodeMeaning(code).isEmpty());
    QVERIFY2(!hasJapanese(gatewayCodeMeaning(code)), qPrintable(gatewayCodeMeaning(code)));
}

void TestLanguage::transportNote_isASentenceInTheLanguageOfTheWindow()
{
    const QStringList notes{u"no answer within 60000 ms"_s,
                            u"Connection refused (ConnectionRefusedError)"_s,
                            u"HTTP status 503"_s,
                            u"part 3 of the answer is not key=value"_s,
                            u"TranDate is missing or not a date"_s,
                            u"too late to send, or no longer ours to send"_s};
    for (const QString &note : notes) {
        m_language.install(u"ja"_s);
        const QString japanese = transportDetailText(note);
        QVERIFY2(hasJapanese(japanese) && !japanese.contains(note) && !japanese.contains(u'%'),
                 qPrintable(japanese));
        m_language.install(u"en"_s);
        const QString english = transportDetailText(note);
        QVERIFY2(!hasJapanese(english) && english != japanese && !english.contains(u'%'),
                 qPrintable(english));
    }
    m_language.install(u"ja"_s);
    QCOMPARE(transportDetailText(u"no answer within 60000 ms"_s),
             u"時間内（60000ミリ秒）に応答がありませんでした。"_s);
}

void TestLanguage::logContent_tellsATransportNote()
{
    LogEntry entry;
    entry.source = u"ANSWER"_s;
    entry.content = u"TranID=7 detail=part 3 of the answer is not key=value"_s;
    QCOMPARE(readableContent(entry),
             u"トランザクションID 7、通信 応答の 3 番目の項目の形が正しくありません。"_s);
    entry.content = u"detail=something new"_s;
    QCOMPARE(readableContent(entry), u"通信 something new"_s);
}

/// Whether the file has every text of the source is for installer/check.sh, which asks lupdate.
void TestLanguage::translations_areCompleteAndEnglish()
{
    QFile file(QStringLiteral(KESSAI_TRANSLATIONS));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression translation(
        u"<(translation|numerusform)([^>]*)>([^<]*)</(?:translation|numerusform)>"_s);
    int found = 0;
    for (auto match = translation.globalMatch(text); match.hasNext(); ++found) {
        const QRegularExpressionMatch one = match.next();
        QVERIFY2(one.captured(2).isEmpty() && !one.captured(3).isEmpty() && !hasJapanese(one.captured(3)),
                 qPrintable(one.captured()));
    }
    QVERIFY(found > 500);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestLanguage)
#include "test_language.moc"
