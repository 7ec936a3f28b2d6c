#include "layoutrules.h"

#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

class IncludesTest : public QObject
{
    Q_OBJECT

private slots:
    void project_keepsTheArrows();
    void badLine_isDetected_data();
    void badLine_isDetected();
    void goodLine_passes_data();
    void goodLine_passes();
    void breach_namesFileLineAndRule();

private:
    const LayoutRules m_rules{QLibraryInfo::path(QLibraryInfo::HeadersPath)};
};

void IncludesTest::project_keepsTheArrows()
{
    const QString root = QStringLiteral(KESSAI_SOURCE_ROOT) + u'/';
    QStringList breaches;
    int files = 0;
    for (const QString &top : {u"core"_s, u"ui"_s, u"app"_s}) {
        QDirIterator sources(root + top, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile source(sources.next());
            QVERIFY2(source.open(QIODevice::ReadOnly), qPrintable(source.fileName()));
            const QString file = source.fileName().mid(root.size());
            for (const Breach &breach : m_rules.check(file, QString::fromUtf8(source.readAll()))) {
                breaches.append(breach.text());
            }
            ++files;
        }
    }
    QVERIFY2(files > 0, "no source was read");
    QVERIFY2(breaches.isEmpty(), qPrintable(u'\n' + breaches.join(u'\n')));
}

void IncludesTest::badLine_isDetected_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QString &file, const QString &line) {
        QTest::newRow(name) << file << line;
    };
    row("base on domain", u"core/base/a.h"_s, u"#include \"core/domain/order.h\""_s);
    row("domain on storage", u"core/domain/a.h"_s, u"#include \"core/storage/database.h\""_s);
    row("gmo on storage", u"core/gmo/a.cpp"_s, u"#include \"core/storage/database.h\""_s);
    row("storage on gmo", u"core/storage/a.cpp"_s, u"#  include \"core/gmo/gmoclient.h\""_s);
    row("settings on domain", u"core/settings/a.h"_s, u"#include \"core/domain/order.h\""_s);
    row("simulator on gmo", u"core/simulator/a.cpp"_s, u"#include \"core/gmo/formcodec.h\""_s);
    row("services on simulator", u"core/services/a.cpp"_s, u"#include \"core/simulator/ledger.h\""_s);
    row("services on ui", u"core/services/a.cpp"_s, u"#include \"ui/models/ordertablemodel.h\""_s);
    row("models on widgets", u"ui/models/a.cpp"_s, u"#include \"ui/widgets/badge.h\""_s);
    row("ui on simulator", u"ui/orders/a.cpp"_s, u"#include \"core/simulator/ledger.h\""_s);
    row("program on program", u"app/cli/a.cpp"_s, u"#include \"app/desktop/shop.h\""_s);
    row("relative name", u"core/base/a.cpp"_s, u"#include \"yen.h\""_s);
    row("unknown folder", u"core/misc/a.cpp"_s, QString());
    row("Gui in core", u"core/services/a.cpp"_s, u"#include <QColor>"_s);
    row("Widgets in core", u"core/base/a.cpp"_s, u"#include <QtWidgets/QLabel>"_s);
    row("Sql in ui", u"ui/models/a.cpp"_s, u"#include <QSqlQuery>"_s);
    row("Sql in services", u"core/services/a.cpp"_s, u"#include <QtSql>"_s);
    row("Network in ui", u"ui/settings/a.cpp"_s, u"#include <QHostAddress>"_s);
    row("client in simulator", u"core/simulator/a.cpp"_s, u"#include <QNetworkAccessManager>"_s);
    row("client in program", u"app/cli/a.cpp"_s, u"#include <QtNetwork/QNetworkReply>"_s);
    row("awaited client", u"core/services/a.cpp"_s, u"#include <QCoroNetworkReply>"_s);
    row("SQLite in interchange", u"core/interchange/a.cpp"_s, u"#include <sqlite3.h>"_s);
    row("event loop", u"core/gmo/a.cpp"_s, u"    QEventLoop loop;"_s);
    row("processEvents", u"ui/work/a.cpp"_s, u"QCoreApplication::processEvents();"_s);
    row("exec of a dialog", u"ui/work/a.cpp"_s, u"    return dialog.exec() == 1;"_s);
    row("static dialog", u"app/desktop/a.cpp"_s, u"QMessageBox::critical(this, title, text);"_s);
    row("static file dialog", u"ui/orders/a.cpp"_s, u"QFileDialog::getOpenFileName(this);"_s);
    row("SIGNAL", u"ui/orders/a.cpp"_s, u"connect(a, SIGNAL(clicked()), b, SLOT(go()));"_s);
}

void IncludesTest::badLine_isDetected()
{
    QFETCH(QString, file);
    QFETCH(QString, line);
    QCOMPARE(m_rules.check(file, line).size(), 1);
}

void IncludesTest::goodLine_passes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QString &file, const QString &line) {
        QTest::newRow(name) << file << line;
    };
    row("own folder", u"core/gmo/a.cpp"_s, u"#include \"core/gmo/a.h\""_s);
    row("down the arrows", u"ui/orders/a.cpp"_s, u"#include \"core/base/yen.h\""_s);
    row("practice shop", u"app/desktop/a.cpp"_s, u"#include \"core/simulator/ledger.h\""_s);
    row("client in gmo", u"core/gmo/a.cpp"_s, u"#include <QNetworkReply>"_s);
    row("server in simulator", u"core/simulator/a.cpp"_s, u"#include <QTcpServer>"_s);
    row("Sql in storage", u"core/storage/a.cpp"_s, u"#include <QSqlQuery>"_s);
    row("query", u"core/storage/a.cpp"_s, u"if (!query.exec()) {"_s);
    row("program's loop", u"app/cli/a.cpp"_s, u"return application.exec();"_s);
    row("commented include", u"core/base/a.cpp"_s, u"// #include <QLabel>"_s);
    row("word in a comment", u"core/base/a.cpp"_s, u"/* no\nQEventLoop */ int a;"_s);
    row("word in a text", u"core/base/a.cpp"_s, u"auto a = u\"\\\"QEventLoop\"_s;"_s);
    row("version", u"app/cli/a.cpp"_s, u"#include \"kessai/version.h\""_s);
    row("moc", u"ui/work/a.cpp"_s, u"#include \"a.moc\""_s);
}

void IncludesTest::goodLine_passes()
{
    QFETCH(QString, file);
    QFETCH(QString, line);
    const QList<Breach> breaches = m_rules.check(file, line);
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.isEmpty() ? QString() : breaches.first().text()));
}

void IncludesTest::breach_namesFileLineAndRule()
{
    const QString source = u"// first\nint a; /* two\n lines */\n#include <QSqlQuery>\n"_s;
    const QList<Breach> breaches = m_rules.check(u"ui/models/a.cpp"_s, source);
    QCOMPARE(breaches.size(), 1);
    QCOMPARE(breaches.first().text(), u"ui/models/a.cpp:4: <QSqlQuery>: only core/storage speaks SQL"_s);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::IncludesTest)
#include "test_includes.moc"
