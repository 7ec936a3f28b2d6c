#include "core/services/gatewayproblem.h"
#include "core/services/orderservice.h"
#include "core/settings/settings.h"
#include "core/storage/databaseerrors.h"
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
    QVERIFY(hasJapanese(meaningOfCode(code)));
    m_language.install(u"en"_s);
    QVERIFY(!meaningOfCode(code).isEmpty());
    QVERIFY2(!hasJapanese(meaningOfCode(code)), qPrintable(meaningOfCode(code)));
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
