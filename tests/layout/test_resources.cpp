#include "kessai/version.h"

#include <QFile>
#include <QSvgRenderer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

QByteArray readResource(const QString &path);

class ResourcesTest : public QObject
{
    Q_OBJECT

private slots:
    void errorTable_isEmbedded();
    void icons_areDrawableInBothThemes();
    void version_hasThreeNumbers();
};

void ResourcesTest::errorTable_isEmbedded()
{
    const QByteArray table = readResource(u":/kessai/gmo/error-codes.csv"_s);
    QVERIFY(table.startsWith("code,applies_to,category,retryable,"));
    QVERIFY2(table.count('\n') > 1000, "the table is cut off");
    QVERIFY(readResource(u":/kessai/gmo/version.txt"_s).trimmed().toInt() > 0);
}

void ResourcesTest::icons_areDrawableInBothThemes()
{
    QFile list(QStringLiteral(KESSAI_ICON_LIST));
    QVERIFY(list.open(QIODevice::ReadOnly));
    QVERIFY(QSvgRenderer(readResource(u":/icons/kessai-desk.svg"_s)).isValid());
    int icons = 0;
    for (const QByteArray &line : list.readAll().split('\n')) {
        if (line.isEmpty() || line.startsWith('#')) {
            continue;
        }
        const QString name = QString::fromUtf8(line.split('=').first());
        for (const QString &theme : {u"breeze"_s, u"breeze-dark"_s}) {
            const QString path = u":/icons/%1/%2.svg"_s.arg(theme, name);
            QVERIFY2(QSvgRenderer(readResource(path)).isValid(), qPrintable(path));
            ++icons;
        }
    }
    QVERIFY(icons > 0);
}

void ResourcesTest::version_hasThreeNumbers()
{
    const QStringList parts = QString(programVersion).split(u'.');
    QCOMPARE(parts.size(), 3);
    for (const QString &part : parts) {
        bool isNumber = false;
        part.toInt(&isNumber);
        QVERIFY(isNumber);
    }
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::ResourcesTest)
#include "test_resources.moc"
