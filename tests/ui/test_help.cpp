#include "core/base/japantime.h"
#include "core/domain/methodrules.h"
#include "tests/ui/orderfixture.h"
#include "ui/help/helpwindow.h"
#include "ui/text/formats.h"
#include "ui/text/language.h"
#include "ui/text/words.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>
#include <QTextTable>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

QList<HelpPart> partsIn(const QString &language)
{
    Language chosen;
    chosen.install(language);
    const QList<HelpPart> parts = helpParts({{u"一覧"_s, {{u"F5"_s, u"確認 | 反映"_s}}}});
    chosen.install(u"ja"_s);
    return parts;
}

QList<HelpPage> pagesIn(const QString &language)
{
    QList<HelpPage> pages;
    for (const HelpPart &part : partsIn(language)) {
        pages.append(part.pages);
    }
    return pages;
}

/// Everything that a link or F1 can lead to: pages, and places in them.
QSet<QString> placesIn(const QString &language)
{
    QSet<QString> places;
    for (const HelpPage &page : pagesIn(language)) {
        places.insert(page.id);
        for (const QString &anchor : page.anchors) {
            places.insert(page.id + u'#' + anchor);
        }
    }
    return places;
}

/// What must stand in one row of a table of the rules, in its words and in the gateway's.
struct RuleRow
{
    QString operation;
    QStringList texts;
};

QList<RuleRow> rowsOf(PaymentMethod method, const QString &language)
{
    Language chosen;
    chosen.install(language);
    QList<RuleRow> rows;
    for (const MethodRule &rule : methodRules()) {
        if (rule.method == method) {
            rows.append({Words::of(rule.kind),
                         {Words::of(paymentStatusOfWord(rule.status)), rule.status, nameOf(rule.call),
                          rule.word, rule.statusAfter}});
        }
    }
    chosen.install(u"ja"_s);
    return rows;
}

QList<QTextTable *> tablesIn(const QTextBrowser &browser)
{
    QList<QTextTable *> tables;
    for (QTextFrame *frame : browser.document()->rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            tables.append(table);
        }
    }
    return tables;
}

QStringList cellsOf(const QTextTable &table, int row)
{
    QStringList cells;
    for (int column = 0; column < table.columns(); ++column) {
        const QTextTableCell cell = table.cellAt(row, column);
        QTextCursor text = cell.firstCursorPosition();
        text.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
        cells.append(text.selectedText());
    }
    return cells;
}

QStringList matchesOf(const QString &pattern, const QString &text)
{
    QStringList found;
    auto match = QRegularExpression(pattern).globalMatch(text);
    while (match.hasNext()) {
        found.append(match.next().captured(1));
    }
    return found;
}

/// Words of the window, in Japanese and in English, as patterns: numbers stand in some of them.
class Labels
{
public:
    Labels()
    {
        QFile file(QStringLiteral(KESSAI_TRANSLATIONS));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("no translations");
        }
        QXmlStreamReader xml(&file);
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement()) {
                continue;
            }
            if (xml.name() == u"source") {
                add(u"ja"_s, xml.readElementText());
            } else if (xml.name() == u"numerusform") {
                add(u"en"_s, xml.readElementText());
            } else if (xml.name() == u"translation" && !xml.attributes().hasAttribute(u"type"_s)) {
                add(u"en"_s, xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
            }
        }
    }

    [[nodiscard]] bool have(const QString &language, const QString &word) const
    {
        const QStringList &patterns = m_patterns.value(language);
        return m_exact.value(language).contains(word) ||
               std::any_of(patterns.begin(), patterns.end(), [&word](const QString &pattern) {
                   return QRegularExpression(QRegularExpression::anchoredPattern(pattern))
                       .match(word)
                       .hasMatch();
               });
    }

private:
    void add(const QString &language, const QString &label)
    {
        static const QRegularExpression place(u"%(\\d|n)"_s);
        if (!label.contains(place)) {
            m_exact[language].insert(label);
            return;
        }
        const QStringList parts = label.split(place);
        if (parts.join(QString()).size() < 4) {
            return; // would fit everything
        }
        QStringList escaped;
        for (const QString &part : parts) {
            escaped.append(QRegularExpression::escape(part));
        }
        m_patterns[language].append(escaped.join(u".+"_s));
    }

    QHash<QString, QSet<QString>> m_exact;
    QHash<QString, QStringList> m_patterns;
};

} // namespace

/// The user's guide: what its pages say, and how one reads it.
class TestHelp : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void pages_areThereInBothLanguages();
    void links_leadToPages_data() { languages(); }
    void links_leadToPages();
    void namedCommands_areLabelsOfTheWindow_data() { languages(); }
    void namedCommands_areLabelsOfTheWindow();
    void rules_areAllOnTheirPage_data() { languages(); }
    void rules_areAllOnTheirPage();
    void rulesPage_isInTheContentsAndFound();
    void wordsOfRules_areThereForEach();
    void deadlines_haveATimeWhereItIsNotTheEndOfTheDay();
    void keys_areAPageToo();
    void search_leavesThePagesThatHaveTheWords();
    void search_ofWhatIsNowhere_saysSo();
    void link_opensItsPage();
    void linkToElsewhere_opensNothing();

private:
    static void languages();
};

void TestHelp::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("ja") << u"ja"_s;
    QTest::newRow("en") << u"en"_s;
}

void TestHelp::pages_areThereInBothLanguages()
{
    QSet<QString> titles;
    for (const QString &language : {u"ja"_s, u"en"_s}) {
        const QList<HelpPage> pages = pagesIn(language);
        QCOMPARE(pages.size(), helpPageIds().size() + 1);
        for (const HelpPage &page : pages) {
            QVERIFY2(page.markdown.startsWith(u"# "_s) && page.markdown.size() > 30, qPrintable(page.id));
            titles.insert(page.title);
        }
    }
    QVERIFY(titles.size() > 2 * helpPageIds().size());
    const QStringList japanese = matchesOf(u"(?m)^(#+) "_s, pagesIn(u"ja"_s).first().markdown);
    QCOMPARE(matchesOf(u"(?m)^(#+) "_s, pagesIn(u"en"_s).first().markdown), japanese);
}

void TestHelp::links_leadToPages()
{
    QFETCH(const QString, language);
    int links = 0;
    const QSet<QString> places = placesIn(language) + QSet<QString>{u"contact:"_s};
    for (const HelpPage &page : pagesIn(language)) {
        for (const QString &link : matchesOf(u"(?<!!)\\[[^\\]]*\\]\\(([^)]*)\\)"_s, page.markdown)) {
            QVERIFY2(places.contains(link) && link != page.id, qPrintable(page.id + u' ' + link));
            ++links;
        }
    }
    QVERIFY(links > 10);
}

/// What stands in bold is what is written on the window: a label that changes changes here too.
void TestHelp::namedCommands_areLabelsOfTheWindow()
{
    QFETCH(const QString, language);
    const Labels labels;
    QStringList unknown;
    for (const HelpPage &page : pagesIn(language)) {
        for (const QString &word : matchesOf(u"\\*\\*([^*]+)\\*\\*"_s, page.markdown)) {
            if (!labels.have(language, word)) {
                unknown.append(page.id + u": "_s + word);
            }
        }
    }
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    QVERIFY(!labels.have(language, u"一括返送"_s)); // so that it can fail
}

/// What the page says is what the program decides by, line by line.
void TestHelp::rules_areAllOnTheirPage()
{
    QFETCH(const QString, language);
    const QList<PaymentMethod> methods{
        PaymentMethod::Card,   PaymentMethod::ConvenienceStore, PaymentMethod::PayEasyAtm, PaymentMethod::Au,
        PaymentMethod::Docomo, PaymentMethod::SoftBank,         PaymentMethod::Rakuten};
    HelpWindow window(partsIn(language));
    window.show();
    window.showPage(u"rules"_s);
    auto *text = window.findChild<QTextBrowser *>(u"helpText"_s);
    const QList<QTextTable *> tables = tablesIn(*text);
    QCOMPARE(tables.size(), methods.size());
    text->setTextCursor(tables.first()->cellAt(6, 0).firstCursorPosition());
    text->ensureCursorVisible();
    OrderFixture::picture(window, u"help-rules-"_s + language);
    qsizetype lines = 0;
    for (qsizetype at = 0; at < methods.size(); ++at) {
        const QList<RuleRow> rows = rowsOf(methods.at(at), language);
        QCOMPARE(tables.at(at)->rows(), int(rows.size()) + 1);
        for (int row = 0; row < int(rows.size()); ++row) {
            const QStringList cells = cellsOf(*tables.at(at), row + 1);
            const QString line = cells.join(u'|');
            QVERIFY2(cells.size() == 6 && !cells.contains(QString()), qPrintable(line));
            QCOMPARE(cells.first(), rows.at(row).operation);
            for (const QString &wanted : rows.at(row).texts) {
                QVERIFY2(line.contains(wanted), qPrintable(line + u" has no "_s + wanted));
            }
            ++lines;
        }
    }
    QCOMPARE(lines, qsizetype(methodRules().size()));
    static const QRegularExpression japanese(u"[\\x{3040}-\\x{30ff}\\x{4e00}-\\x{9fff}]"_s);
    QCOMPARE(text->toPlainText().contains(japanese), language == u"ja"_s);
    QVERIFY(!text->toPlainText().contains(u'%'));
}

void TestHelp::rulesPage_isInTheContentsAndFound()
{
    HelpWindow window(partsIn(u"ja"_s));
    window.show();
    window.findChild<QLineEdit *>(u"helpSearch"_s)->setText(u"REQSALES"_s);
    QCOMPARE(window.shownPage(), u"rules"_s);
    const auto *contents = window.findChild<QListWidget *>(u"helpContents"_s);
    QCOMPARE(contents->currentItem()->text(), u"支払方法ごとの規則"_s);
    const QString page = window.findChild<QTextBrowser *>(u"helpText"_s)->toPlainText();
    for (const PaymentMethod method : gatewayMethods()) {
        QVERIFY2(page.contains(labelOf(method)), qPrintable(labelOf(method)));
    }
}

/// The page, the commands and the tooltips say them.
void TestHelp::wordsOfRules_areThereForEach()
{
    QSet<QString> reasons;
    for (int value = int(RuleReason::NotLinked); value <= int(RuleReason::PaidByWebMoney); ++value) {
        reasons.insert(Words::of(RuleReason(value)));
    }
    QVERIFY(Words::of(RuleReason::None).isEmpty() && !reasons.contains(QString()));
    QCOMPARE(reasons.size(), int(RuleReason::PaidByWebMoney));
    QSet<QString> explanations;
    for (const PaymentStatus status : allPaymentStatuses()) {
        explanations.insert(Words::explanationOf(status));
    }
    QVERIFY(!explanations.contains(QString()));
    QCOMPARE(explanations.size(), 19);
}

void TestHelp::deadlines_haveATimeWhereItIsNotTheEndOfTheDay()
{
    const QDate day(2024, 3, 31);
    const Deadline whole{day};
    const Deadline evening{day, QTime(20, 0, 0)};
    QCOMPARE(Formats::deadline(whole), u"2024/03/31"_s);
    QCOMPARE(Formats::deadline(evening), u"2024/03/31 20:00"_s);
    QCOMPARE(Formats::deadline({day, QTime(10, 20, 30)}), u"2024/03/31 10:20"_s);
    const auto at = [](const QDate &date, const QTime &time) { return japantime::instantOf(date, time); };
    QCOMPARE(Formats::timeLeft(whole, at(day, QTime(23, 59, 59))), u"今日まで"_s);
    QCOMPARE(Formats::timeLeft(whole, at(day.addDays(1), QTime(0, 0))), u"1日超過"_s);
    QCOMPARE(Formats::timeLeft(evening, at(day.addDays(-1), QTime(23, 0))), u"あと 1日"_s);
    QCOMPARE(Formats::timeLeft(evening, at(day, QTime(20, 0, 0))), u"今日 20:00まで"_s);
    QCOMPARE(Formats::timeLeft(evening, at(day, QTime(20, 0, 1))), u"今日 20:00に終了"_s);
    QCOMPARE(Formats::timeLeft(evening, at(day.addDays(2), QTime(0, 0))), u"2日超過"_s);
}

void TestHelp::keys_areAPageToo()
{
    HelpWindow window(partsIn(u"ja"_s));
    window.showPage(helppage::Keys);
    const QString text = window.findChild<QTextBrowser *>(u"helpText"_s)->toPlainText();
    QVERIFY2(text.contains(u"F5"_s) && text.contains(u"確認 | 反映"_s), qPrintable(text));
    HelpWindow without(helpParts({}));
    without.showPage(helppage::Keys);
    QCOMPARE(without.shownPage(), helppage::Start);
}

void TestHelp::search_leavesThePagesThatHaveTheWords()
{
    HelpWindow window(partsIn(u"ja"_s));
    window.show();
    auto *search = window.findChild<QLineEdit *>(u"helpSearch"_s);
    auto *contents = window.findChild<QListWidget *>(u"helpContents"_s);
    const auto *text = window.findChild<QTextBrowser *>(u"helpText"_s);
    const auto shown = [contents] {
        int count = 0;
        for (int row = 0; row < contents->count(); ++row) {
            const QListWidgetItem *item = contents->item(row);
            count += item->isHidden() || item->flags() == Qt::NoItemFlags ? 0 : 1; // titles of parts
        }
        return count;
    };
    const int all = int(pagesIn(u"ja"_s).size());
    QCOMPARE(shown(), all);
    window.showPage(helppage::Run);
    OrderFixture::picture(window, u"help-run"_s);
    search->setText(u"停電"_s);
    QVERIFY(shown() > 0 && shown() < 4);
    QVERIFY(text->toPlainText().contains(u"停電"_s));
    QVERIFY(!text->extraSelections().isEmpty());
    OrderFixture::picture(window, u"help-search"_s);
    search->setText(u"ﾃﾞｰﾀﾍﾞｰｽ 壊れて"_s); // as it is typed
    QCOMPARE(shown(), 1);
    QCOMPARE(window.shownPage(), helppage::Trouble);
    search->clear();
    QCOMPARE(shown(), all);
    QVERIFY(text->extraSelections().isEmpty());

    search->setText(u"再操作は不要です"_s);
    const QString first = window.shownPage();
    const int hits = int(text->extraSelections().size());
    for (int enter = 0; enter < hits + 1; ++enter) {
        QTest::keyClick(search, Qt::Key_Return);
    }
    QVERIFY(window.shownPage() != first); // past the last place of the page
}

void TestHelp::search_ofWhatIsNowhere_saysSo()
{
    HelpWindow window(partsIn(u"ja"_s));
    window.show();
    const auto *nothing = window.findChild<QLabel *>(u"helpNothing"_s);
    QVERIFY(!nothing->isVisible());
    window.findChild<QLineEdit *>(u"helpSearch"_s)->setText(u"飛行機"_s);
    QVERIFY(nothing->isVisible());
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(!window.isVisible());
}

void TestHelp::link_opensItsPage()
{
    HelpWindow window(partsIn(u"ja"_s));
    auto *text = window.findChild<QTextBrowser *>(u"helpText"_s);
    emit text->anchorClicked(QUrl(u"import"_s));
    QCOMPARE(window.shownPage(), helppage::Import);
    QCOMPARE(window.findChild<QListWidget *>(u"helpContents"_s)->currentItem()->text(), u"取り込みと連携"_s);
}

void TestHelp::linkToElsewhere_opensNothing()
{
    HelpWindow window(partsIn(u"ja"_s));
    window.showPage(helppage::Import);
    auto *text = window.findChild<QTextBrowser *>(u"helpText"_s);
    QVERIFY(!text->openLinks() && !text->openExternalLinks());
    QVERIFY(!text->loadResource(QTextDocument::HtmlResource, QUrl(u"file:///etc/hostname"_s)).isValid());
}

} // namespace kessai

QTEST_MAIN(kessai::TestHelp)
#include "test_help.moc"
