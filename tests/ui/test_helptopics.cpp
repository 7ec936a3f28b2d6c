#include "core/domain/paymentstatus.h"
#include "ui/help/helpbrowser.h"
#include "ui/help/helppictures.h"
#include "ui/help/helpwindow.h"
#include "ui/text/language.h"
#include "ui/text/words.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Only while it lives, so that what is made from pages is in their language too.
class InLanguage
{
public:
    explicit InLanguage(const QString &language) { m_chosen.install(language); }
    ~InLanguage() { m_chosen.install(u"ja"_s); }

private:
    Language m_chosen;
};

QHash<QString, HelpPage> pagesById()
{
    QHash<QString, HelpPage> pages;
    for (const HelpPage &page : helpPages({})) {
        pages.insert(page.id, page);
    }
    return pages;
}

QStringList picturesIn(const HelpPage &page)
{
    static const QRegularExpression picture(u"!\\[([^\\]]*)\\]\\(([^)]*)\\)"_s);
    QStringList names;
    auto found = picture.globalMatch(page.markdown);
    while (found.hasNext()) {
        const auto match = found.next();
        if (match.captured(1).isEmpty()) {
            qFatal("a picture of %s has no words", qPrintable(page.id));
        }
        names.append(match.captured(2));
    }
    return names;
}

} // namespace

/// The guide's topics: what they are, what they answer, and their pictures.
class TestHelpTopics : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void topics_areTheElevenOfTheGuide();
    void pagesAndAnchors_areTheSameInBothLanguages();
    void topics_answerTheGuide_data();
    void topics_answerTheGuide();
    void statuses_areAllExplained();
    void pictures_areThereAndUsed_data();
    void pictures_areThereAndUsed();
    void pictures_areNeverWiderThanThePage();
    void place_comesToTheTop();
    void title_ofAPartIsNoPage();
};

void TestHelpTopics::topics_areTheElevenOfTheGuide()
{
    const QStringList wanted{u"クレジットカード決済について"_s,
                             u"購入の流れ"_s,
                             u"受注後の流れ"_s,
                             u"受注情報の検索"_s,
                             u"売上処理"_s,
                             u"取消処理"_s,
                             u"金額変更"_s,
                             u"決済状況一覧について"_s,
                             u"一括処理"_s,
                             u"FAQ"_s,
                             u"サポート"_s};
    HelpWindow window(helpParts({}));
    const auto *contents = window.findChild<QListWidget *>(u"helpContents"_s);
    QStringList inContents;
    for (int row = 0; row < contents->count(); ++row) {
        inContents.append(contents->item(row)->text());
    }
    QStringList titles;
    for (const QString &id : guideTopicIds()) {
        window.showPage(id);
        QCOMPARE(window.shownPage(), id);
        titles.append(contents->currentItem()->text());
    }
    QCOMPARE(titles, wanted);
    const auto first = inContents.indexOf(wanted.first());
    QCOMPARE(inContents.mid(first, wanted.size()), wanted); // in its order, together
}

void TestHelpTopics::pagesAndAnchors_areTheSameInBothLanguages()
{
    const QHash<QString, HelpPage> japanese = pagesById();
    const InLanguage english(u"en"_s);
    const QHash<QString, HelpPage> other = pagesById();
    QCOMPARE(QSet<QString>(japanese.keyBegin(), japanese.keyEnd()),
             QSet<QString>(other.keyBegin(), other.keyEnd()));
    static const QRegularExpression heading(u"(?m)^## "_s);
    for (const HelpPage &page : japanese) {
        const HelpPage &same = other[page.id];
        QCOMPARE(same.anchors, page.anchors);
        QCOMPARE(picturesIn(same), picturesIn(page));
        QVERIFY2(page.title != same.title || page.id == u"faq", qPrintable(page.id));
        QCOMPARE(page.markdown.count(heading), page.anchors.size()); // each heading has one
        QCOMPARE(same.markdown.count(heading), page.anchors.size());
        QCOMPARE(QSet<QString>(page.anchors.begin(), page.anchors.end()).size(), page.anchors.size());
        QVERIFY(!page.markdown.contains(u"{#"_s) && !same.markdown.contains(u"{#"_s));
    }
}

void TestHelpTopics::topics_answerTheGuide_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("S5") << u"card"_s << QStringList{u"カード会社がその金額の利用を承認する支払方法"_s};
    QTest::newRow("S6") << u"card"_s << QStringList{u"VISA"_s,
                                                    u"MasterCard"_s,
                                                    u"JCB"_s,
                                                    u"AMEX"_s,
                                                    u"Diners Club International"_s,
                                                    u"ブランドはないので"_s};
    QTest::newRow("S7") << u"card"_s << QStringList{u"審査で決まります"_s};
    QTest::newRow("S8") << u"card"_s << QStringList{u"手数料"_s, u"契約"_s, u"(contact:)"_s};
    QTest::newRow("S9") << u"purchase"_s << QStringList{u"カード番号を入力します"_s, u"](purchase)"_s};
    QTest::newRow("S10") << u"purchase"_s << QStringList{u"オーソリ（与信）"_s, u"GMOを通して"_s};
    QTest::newRow("S11") << u"purchase"_s
                         << QStringList{u"（OK）"_s, u"（NG）"_s, u"カード番号の入力に戻ります"_s,
                                        u"**未決済**"_s, u"**決済失敗**"_s};
    QTest::newRow("S19") << u"afterorder"_s << QStringList{u"カード会社が購入者に請求します"_s};
    QTest::newRow("S117") << u"faq"_s << QStringList{u"利用枠を確保"_s, u"実売上をしたときだけです"_s};
    QTest::newRow("S118") << u"faq"_s
                          << QStringList{u"3桁か4桁"_s, u"磁気の情報には入っていない"_s,
                                         u"保存せず、表示もしません"_s};
    QTest::newRow("S119") << u"faq"_s
                          << QStringList{u"EMV 3-Dセキュア（3Dセキュア2.0）"_s, u"VISA、MasterCard、JCB"_s,
                                         u"登録を済ませている"_s};
    QTest::newRow("S127") << u"support"_s
                          << QStringList{u"GMO決済は、GMOペイメントゲートウェイのサービスです"_s,
                                         u"このアプリの画面だけを説明します"_s};
    QTest::newRow("S128") << u"support"_s << QStringList{u"GMOの管理画面、不具合、GMOのエラー"_s};
}

void TestHelpTopics::topics_answerTheGuide()
{
    QFETCH(const QString, page);
    QFETCH(const QStringList, words);
    const QString text = pagesById().value(page).markdown;
    for (const QString &word : words) {
        QVERIFY2(text.contains(word), qPrintable(page + u" has no "_s + word));
    }
}

void TestHelpTopics::statuses_areAllExplained()
{
    const QString text = pagesById().value(helppage::Payments).markdown;
    QVERIFY(!text.contains(u"%1"_s));
    for (const PaymentStatus status : allPaymentStatuses()) {
        QVERIFY2(text.contains(u"| %1 | "_s.arg(Words::of(status))), qPrintable(Words::of(status)));
    }
}

void TestHelpTopics::pictures_areThereAndUsed_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("ja") << u"ja"_s;
    QTest::newRow("en") << u"en"_s;
}

void TestHelpTopics::pictures_areThereAndUsed()
{
    QFETCH(const QString, language);
    const InLanguage chosen(language);
    QSet<QString> named;
    for (const HelpPage &page : pagesById()) {
        for (const QString &name : picturesIn(page)) {
            named.insert(name);
            const QImage picture = HelpPictures::pictureOf(name);
            QVERIFY2(picture.width() >= 300 && picture.height() >= 100, qPrintable(page.id + u' ' + name));
        }
    }
    QSet<QString> there;
    for (const QFileInfo &file : QDir(u":/kessai/help/pictures/"_s + language).entryInfoList()) {
        there.insert(file.completeBaseName());
    }
    QCOMPARE(there, named);
    QVERIFY(named.size() > 10);
    QVERIFY(HelpPictures::pictureOf(u"../../ja/start.md"_s).isNull());
}

void TestHelpTopics::pictures_areNeverWiderThanThePage()
{
    HelpWindow window(helpParts({}));
    auto *text = window.findChild<QTextBrowser *>(u"helpText"_s);
    for (const int width : {700, 1400}) {
        window.resize(width, 700);
        window.show();
        window.showPage(helppage::Payments);
        QTRY_VERIFY(text->document()->size().height() > 700); // the picture is in it
        QTRY_COMPARE(text->horizontalScrollBar()->maximum(), 0);
        const QTextDocument &page = *text->document();
        const QSize own = HelpPictures::pictureOf(u"payments"_s).size();
        const qreal shownWidth = qMin<qreal>(own.width(), page.textWidth() - 2 * page.documentMargin());
        const QTextBlock block = page.find(QString(QChar::ObjectReplacementCharacter)).block();
        const auto topOf = [&page](const QTextBlock &of) {
            return page.documentLayout()->blockBoundingRect(of).top();
        };
        const qreal heightPx = topOf(block.next()) - topOf(block);
        const qreal pictureHeightPx = own.height() * shownWidth / own.width();
        QVERIFY2(qAbs(heightPx - pictureHeightPx) < 40, // the spacing of lines is not for it
                 qPrintable(u"%1 of %2"_s.arg(heightPx).arg(pictureHeightPx)));
    }
}

void TestHelpTopics::place_comesToTheTop()
{
    HelpWindow window(helpParts({}));
    window.showPage(u"faq#threedsecure"_s); // before it is there to be seen
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto *text = window.findChild<QTextBrowser *>(u"helpText"_s);
    const auto atTop = [text] {
        QTextCursor top = text->cursorForPosition(QPoint(60, 8));
        top.select(QTextCursor::BlockUnderCursor);
        return top.selectedText().trimmed();
    };
    QTRY_COMPARE(atTop(), u"3Dセキュアとは"_s);
    QCOMPARE(window.shownAnchor(), u"threedsecure"_s);
    window.showPage(u"faq#authorized"_s);
    QTRY_COMPARE(atTop(), u"仮売上とは"_s);
    window.showPage(u"faq"_s);
    QTRY_COMPARE(text->verticalScrollBar()->value(), 0);
    emit text->anchorClicked(QUrl(u"order#log"_s));
    QCOMPARE(window.shownPage(), helppage::Order);
    QTRY_COMPARE(atTop(), u"決済ログ"_s);
}

void TestHelpTopics::title_ofAPartIsNoPage()
{
    HelpWindow window(helpParts({}));
    window.show();
    auto *contents = window.findChild<QListWidget *>(u"helpContents"_s);
    QTest::keyClick(contents, Qt::Key_Home);
    QCOMPARE(window.shownPage(), helppage::Start);
    int titles = 0;
    for (int row = 0; row < contents->count(); ++row) {
        const bool title = contents->item(row)->flags() == Qt::NoItemFlags;
        titles += title ? 1 : 0;
    }
    QCOMPARE(titles, int(helpParts({}).size()));
    for (int step = 0; step < contents->count(); ++step) {
        QTest::keyClick(contents, Qt::Key_Down);
    }
    QCOMPARE(window.shownPage(), helppage::Codes); // the last, past every title
}

} // namespace kessai

QTEST_MAIN(kessai::TestHelpTopics)
#include "test_helptopics.moc"
