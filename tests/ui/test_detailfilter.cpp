// 詳細検索 of 受注一覧 (S28), by mouse and keys.
#include "tests/ui/listfixture.h"
#include "ui/orders/choicebutton.h"
#include "ui/orders/filterconditions.h"
#include "ui/orders/filterentries.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

/// What an input method brings; key clicks are ASCII only.
void type(QLineEdit &line, const QString &text)
{
    QInputMethodEvent committed;
    committed.setCommitString(text);
    QCoreApplication::sendEvent(&line, &committed);
}

struct Fixture : ListFixture
{
    explicit Fixture(int orders = 12, const QString &language = u"ja"_s)
        : ListFixture(orders, ListLayout::orders(), language)
    {
    }
    QLineEdit &line(const QString &name) const { return *child<QLineEdit>(u"detail_"_s + name); }
    Paragraph &problem(const QString &name) const
    {
        return *child<Paragraph>(u"detail_%1Problem"_s.arg(name));
    }
    QWidget &panel() const { return *child<QWidget>(u"detailFilter"_s); }
    void open() const
    {
        if (!panel().isVisible()) {
            QTest::mouseClick(child<QToolButton>(u"detailButton"_s), Qt::LeftButton);
        }
        QVERIFY(panel().isVisible());
    }
    void startOpen()
    {
        start();
        open();
        source.asked.clear();
    }
    QStringList chips() const
    {
        QStringList texts;
        for (const ChipBar::Chip &chip : page->findChild<ChipBar *>()->chips()) {
            texts.append(chip.text);
        }
        return texts;
    }
    QAction *choice(const QString &button, const QString &word) const
    {
        for (QAction *action : child<ChoiceButton>(button)->menu()->actions()) {
            if (action->text() == word || action->text().startsWith(word + u" ("_s)) {
                return action;
            }
        }
        return nullptr;
    }
};

/// Every field of the panel asked for.
OrderFilter everything()
{
    OrderFilter filter;
    filter.customerName = u"髙橋"_s;
    filter.customerKana = u"タカハシ"_s;
    filter.companyName = u"株式会社A&B"_s;
    filter.mailAddress = u"hanako"_s;
    filter.phoneNumber = u"03-1234"_s;
    filter.orderNumber = u"7"_s;
    filter.trackingNumber = u"1234-5678"_s;
    filter.productName = u"フォーク"_s;
    filter.orderedFrom = QDate(2020, 12, 1);
    filter.orderedTo = DayOrTime(QDate(2020, 12, 3), QTime(13, 21));
    filter.paidFrom = DayOrTime(QDate(2020, 12, 1), QTime(0, 0));
    filter.deliveryTo = QDate(2020, 12, 24);
    filter.totalFrom = Yen{1'000};
    filter.totalTo = Yen{12'345'678};
    filter.methods = {PaymentMethod::Card};
    filter.shopMethodNames = {u"GMOクレジット決済"_s};
    filter.paymentStatuses = {PaymentStatus::Authorized};
    filter.prefectures = {u"東京都"_s, u"沖縄県"_s};
    return filter;
}

} // namespace

class DetailFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void panel_opensByButtonAndKeyAndStaysAsItWas();
    void eachText_isSearchedByEnter_data();
    void eachText_isSearchedByEnter();
    void eachRange_isSearchedByEnter();
    void choices_areManyAndHaveTheShopsNames();
    void eachCondition_isAChipThatIsClickedAway();
    void conditions_comeBackIntoTheirFields();
    void clear_takesOnlyTheDetailAway();
    void whatDoesNotFit_isToldAtTheField_data();
    void whatDoesNotFit_isToldAtTheField();
    void aDateStillTyped_isNeitherToldNorSearched();
    void aClosedPanel_opensForWhatDoesNotFit();
    void calendar_fillsTheDay();
    void escape_stopsTheSearchFromAField();
    void tab_visitsEveryField();
    void help_isShownByTheQuestionMarks();
    void words_areNotClipped_data();
    void words_areNotClipped();
    void entries_areReadInAnyWidth();
};

void DetailFilterTest::panel_opensByButtonAndKeyAndStaysAsItWas()
{
    Fixture f;
    f.start();
    QVERIFY(!f.panel().isVisible());
    auto *button = f.child<QToolButton>(u"detailButton"_s);
    QCOMPARE(button->text(), u"詳細検索 ▾"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(f.panel().isVisible() && f.line(u"customerName"_s).hasFocus());
    f.picture(u"detail-empty"_s);
    f.makePage();
    f.start();
    QVERIFY(f.panel().isVisible());
    QTest::keyClick(&f.table(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!f.panel().isVisible());
    f.makePage();
    f.start();
    QVERIFY(!f.panel().isVisible());
}

void DetailFilterTest::eachText_isSearchedByEnter_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("chip");
    const auto row = [](const char *name, const QString &typed, const QString &chip) {
        QTest::newRow(name) << QString::fromLatin1(name) << typed << chip;
    };
    row("customerName", u"髙橋 花"_s, u"注文者名: 髙橋 花"_s);
    row("customerKana", u"タカハシ"_s, u"注文者名(カナ): タカハシ"_s);
    row("companyName", u"株式会社"_s, u"注文者会社名: 株式会社"_s);
    row("mailAddress", u"a_b%@example.jp"_s, u"メールアドレス: a_b%@example.jp"_s);
    row("phoneNumber", u"０３－1234"_s, u"電話番号: ０３－1234"_s);
    row("orderNumber", u"A-7"_s, u"注文番号: A-7"_s);
    row("trackingNumber", u"1234-5678"_s, u"お問い合わせ番号: 1234-5678"_s);
    row("productName", u"フォーク"_s, u"購入商品名: フォーク"_s);
}

void DetailFilterTest::eachText_isSearchedByEnter()
{
    QFETCH(QString, name);
    QFETCH(QString, typed);
    QFETCH(QString, chip);
    Fixture f;
    f.startOpen();
    type(f.line(name), typed);
    QTest::keyClick(&f.line(name), Qt::Key_Return);
    QCOMPARE(f.source.asked.size(), 1); // at once, and once
    QTRY_COMPARE(f.chips(), QStringList{chip});
    QCOMPARE(f.line(name).text(), typed);
    QVERIFY(f.opened.isEmpty());
    QCOMPARE(f.child<QToolButton>(u"detailButton"_s)->text(), u"詳細検索（1） ▴"_s);
}

void DetailFilterTest::eachRange_isSearchedByEnter()
{
    Fixture f;
    f.startOpen();
    QTest::keyClicks(&f.line(u"orderedFrom"_s), u"2020/12/3"_s);
    type(f.line(u"orderedTo"_s), u"２０２０－１２－０４　9:05"_s);
    QTest::keyClicks(&f.line(u"paidTo"_s), u"20201231"_s);
    type(f.line(u"deliveryFrom"_s), u"2020年12月24日"_s);
    type(f.line(u"totalFrom"_s), u"¥１，０００"_s);
    type(f.line(u"totalTo"_s), u"2000円"_s);
    QTest::keyClick(&f.line(u"totalTo"_s), Qt::Key_Return);
    OrderFilter wanted;
    wanted.orderedFrom = QDate(2020, 12, 3);
    wanted.orderedTo = DayOrTime(QDate(2020, 12, 4), QTime(9, 5));
    wanted.paidTo = QDate(2020, 12, 31);
    wanted.deliveryFrom = QDate(2020, 12, 24);
    wanted.totalFrom = Yen{1'000};
    wanted.totalTo = Yen{2'000};
    QCOMPARE(f.source.asked.last(), wanted);
    QTRY_COMPARE(f.chips(), (QStringList{u"注文日: 2020/12/03〜2020/12/04 09:05"_s, u"入金日: 〜2020/12/31"_s,
                                         u"お届け日: 2020/12/24〜"_s, u"購入金額: ¥1,000〜¥2,000"_s}));
    QCOMPARE(f.line(u"orderedFrom"_s).text(), u"2020/12/3"_s); // somebody may go on to the 30th
    QTest::keyClicks(&f.line(u"orderedFrom"_s), u"0"_s);
    QVERIFY(!f.problem(u"ordered"_s).isVisible());
    QTest::keyClick(&f.line(u"orderedFrom"_s), Qt::Key_Return);
    QVERIFY(f.problem(u"ordered"_s).isVisible()); // the 30th is behind the 4th
}

void DetailFilterTest::choices_areManyAndHaveTheShopsNames()
{
    Fixture f;
    const QString hostile = u"<b>振込</b>&"_s;
    f.source.extraCounts.shopMethodNames = {u"GMOクレジット決済"_s, hostile};
    f.startOpen();
    QTRY_VERIFY(f.choice(u"methodNameFilter"_s, u"GMOクレジット決済"_s));
    f.choice(u"methodNameFilter"_s, u"GMOクレジット決済"_s)->trigger();
    QAction *strange = f.choice(u"methodNameFilter"_s, u"<b>振込</b>&&"_s);
    QVERIFY(strange && !strange->toolTip().contains(u"<b>"_s));
    strange->trigger();
    f.choice(u"prefectureFilter"_s, u"東京都"_s)->trigger();
    f.choice(u"prefectureFilter"_s, u"北海道"_s)->trigger();
    f.choice(u"methodFilter"_s, u"クレジット決済"_s)->trigger();
    f.choice(u"paymentStatusFilter"_s, u"仮売上済み"_s)->trigger();
    QTRY_VERIFY(!f.source.asked.isEmpty());
    const OrderFilter asked = f.source.asked.last();
    QCOMPARE(asked.shopMethodNames, (QStringList{u"GMOクレジット決済"_s, hostile}));
    QCOMPARE(asked.prefectures, (QStringList{u"北海道"_s, u"東京都"_s}));
    QCOMPARE(asked.methods, QList<PaymentMethod>{PaymentMethod::Card});
    QCOMPARE(asked.paymentStatuses, QList<PaymentStatus>{PaymentStatus::Authorized});
    QTRY_VERIFY(f.chips().contains(u"支払方法: GMOクレジット決済・"_s + hostile));
    QVERIFY(f.chips().contains(u"お届け先: 北海道・東京都"_s));
}

void DetailFilterTest::eachCondition_isAChipThatIsClickedAway()
{
    Fixture f;
    f.source.extraCounts.shopMethodNames = {u"GMOクレジット決済"_s};
    f.startOpen();
    f.page->showFilter(everything());
    QTRY_COMPARE(f.chips().size(), 16);
    QTRY_VERIFY(f.model().summaryAt(0));
    f.picture(u"detail-full"_s);
    for (int left = 16; left > 0; --left) {
        const QString key = f.page->findChild<ChipBar *>()->chips().first().key;
        QTest::mouseClick(f.page->findChild<QAbstractButton *>(u"chip_"_s + key), Qt::LeftButton);
        QTRY_COMPARE(f.chips().size(), left - 1);
    }
    QCOMPARE(f.page->filter(), OrderFilter{});
    for (const QLineEdit *line : f.panel().findChildren<QLineEdit *>()) {
        QCOMPARE(line->text(), QString());
    }
}

void DetailFilterTest::conditions_comeBackIntoTheirFields()
{
    Fixture f;
    f.startOpen();
    f.page->showFilter(everything()); // as a saved search does
    QTRY_VERIFY(!f.model().isSearching());
    const auto shown = [&f] {
        QCOMPARE(f.line(u"customerName"_s).text(), u"髙橋"_s);
        QCOMPARE(f.line(u"orderedTo"_s).text(), u"2020/12/03 13:21"_s);
        QCOMPARE(f.line(u"paidFrom"_s).text(), u"2020/12/01 00:00"_s);
        QCOMPARE(f.line(u"deliveryTo"_s).text(), u"2020/12/24"_s);
        QCOMPARE(f.line(u"totalTo"_s).text(), u"12,345,678"_s);
        QVERIFY(f.choice(u"prefectureFilter"_s, u"沖縄県"_s)->isChecked());
        QVERIFY(f.choice(u"methodNameFilter"_s, u"GMOクレジット決済"_s)->isChecked());
    };
    shown();
    f.source.asked.clear();
    QTest::keyClick(&f.line(u"totalTo"_s), Qt::Key_Return); // nothing gets lost on the way back
    QCOMPARE(f.source.asked.last(), everything());
    QSignalSpy saved(f.page.get(), &OrderListPage::saveSearchAsked);
    QTest::mouseClick(f.child<QToolButton>(u"saveSearchButton"_s), Qt::LeftButton);
    QCOMPARE(saved.first().first().value<OrderFilter>(), everything());
    f.makePage();
    f.start();
    QCOMPARE(f.source.asked.last(), everything());
    shown();
}

void DetailFilterTest::clear_takesOnlyTheDetailAway()
{
    Fixture f;
    f.startOpen();
    OrderFilter filter = everything();
    filter.query = u"7"_s;
    filter.onlyDifference = true;
    f.page->showFilter(filter);
    QTRY_VERIFY(!f.model().isSearching());
    QTest::mouseClick(f.child<QPushButton>(u"clearDetail"_s), Qt::LeftButton);
    OrderFilter left;
    left.query = u"7"_s;
    left.onlyDifference = true;
    QTRY_COMPARE(f.page->filter(), left);
}

void DetailFilterTest::whatDoesNotFit_isToldAtTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");
    const QString moment = u"日付は「2020/12/03」か「2020/12/03 13:21」の形で入力してください。"_s;
    const QString day = u"日付は「2020/12/03」の形で入力してください。"_s;
    const QString amount = u"金額は「3200」のように、12桁までの数字で入力してください。"_s;
    const QString kana = u"カナは「ヤマダ」のように、全角カタカナで入力してください。"_s;
    const QString phone = u"電話番号は数字とハイフンで入力してください。"_s;
    const auto row = [](const char *name, const QString &field, const QString &line, const QString &typed,
                        const QString &sentence) {
        QTest::newRow(name) << field << line << typed << sentence;
    };
    row("hiragana", u"customerKana"_s, u"customerKana"_s, u"やまだ"_s, kana);
    row("half width", u"customerKana"_s, u"customerKana"_s, u"ﾔﾏﾀﾞ"_s, kana);
    row("kanji", u"customerKana"_s, u"customerKana"_s, u"山田"_s, kana);
    row("phone", u"phoneNumber"_s, u"phoneNumber"_s, u"03(1234)5678"_s, phone);
    row("only hyphens", u"phoneNumber"_s, u"phoneNumber"_s, u"--"_s, phone);
    row("no day", u"ordered"_s, u"orderedTo"_s, u"2021/02/29"_s, moment);
    row("no time", u"paid"_s, u"paidFrom"_s, u"2021/02/03 24:00"_s, moment);
    row("words", u"ordered"_s, u"orderedFrom"_s, u"昨日"_s, moment);
    row("time where none is", u"delivery"_s, u"deliveryTo"_s, u"2021/02/03 10:00"_s, day);
    row("amount", u"total"_s, u"totalFrom"_s, u"3,200.5"_s, amount);
    row("negative", u"total"_s, u"totalTo"_s, u"-1"_s, amount);
    row("too long", u"total"_s, u"totalTo"_s, u"1234567890123"_s, amount);
    const QString days = u"はじめの日時が終わりより後です。どちらかを直してください。"_s;
    row("days backwards", u"ordered"_s, u"orderedFrom"_s, u"2020/12/20"_s, days);
    row("minutes backwards", u"ordered"_s, u"orderedFrom"_s, u"2020/12/19 13:22"_s, days);
    row("delivery backwards", u"delivery"_s, u"deliveryFrom"_s, u"2020/12/20"_s, days);
    row("amounts backwards", u"total"_s, u"totalFrom"_s, u"3201"_s,
        u"はじめの金額が終わりより大きいです。どちらかを直してください。"_s);
}

void DetailFilterTest::whatDoesNotFit_isToldAtTheField()
{
    QFETCH(QString, field);
    QFETCH(QString, line);
    QFETCH(QString, typed);
    QFETCH(QString, sentence);
    Fixture f;
    f.startOpen();
    OrderFilter before;
    before.orderedTo = DayOrTime(QDate(2020, 12, 19), QTime(13, 21));
    before.deliveryTo = QDate(2020, 12, 19);
    before.totalTo = Yen{3'200};
    f.page->showFilter(before);
    f.source.asked.clear();
    f.line(line).clear();
    type(f.line(line), typed);
    f.child<QLineEdit>(u"searchBox"_s)->setFocus();
    QTest::mouseClick(f.child<QPushButton>(u"searchButton"_s), Qt::LeftButton);
    QVERIFY(f.problem(field).isVisible());
    QCOMPARE(f.problem(field).sentences(), sentence);
    QCOMPARE(f.line(line).accessibleDescription(), sentence);
    QVERIFY(f.line(line).hasFocus());
    QVERIFY(f.source.asked.isEmpty());
    f.picture(u"detail-problem-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    f.line(line).clear();
    QVERIFY(!f.problem(field).isVisible());
    QTest::keyClick(&f.line(line), Qt::Key_Return);
    QCOMPARE(f.source.asked.size(), 1);
}

void DetailFilterTest::aDateStillTyped_isNeitherToldNorSearched()
{
    Fixture f;
    f.startOpen();
    f.line(u"orderedFrom"_s).setFocus();
    QTest::keyClicks(&f.line(u"orderedFrom"_s), u"2020/1"_s);
    QTest::keyClicks(&f.line(u"customerName"_s), u"x"_s); // also waits
    QTimer after;                                         // begun later than the pause, and as long
    after.setSingleShot(true);
    QSignalSpy over(&after, &QTimer::timeout);
    after.start(200);
    QVERIFY(over.wait());
    QVERIFY(f.source.asked.isEmpty());
    QVERIFY(!f.problem(u"ordered"_s).isVisible());
    QTest::keyClick(&f.line(u"orderedFrom"_s), Qt::Key_Tab); // done with it
    QVERIFY(f.problem(u"ordered"_s).isVisible());
}

void DetailFilterTest::aClosedPanel_opensForWhatDoesNotFit()
{
    Fixture f;
    f.startOpen();
    type(f.line(u"phoneNumber"_s), u"abc"_s);
    QTest::mouseClick(f.child<QToolButton>(u"detailButton"_s), Qt::LeftButton);
    QVERIFY(!f.panel().isVisible());
    QTest::keyClick(f.child<QLineEdit>(u"searchBox"_s), Qt::Key_Return);
    QVERIFY(f.panel().isVisible());
    QVERIFY(f.problem(u"phoneNumber"_s).isVisible() && f.line(u"phoneNumber"_s).hasFocus());
    QVERIFY(f.source.asked.isEmpty());
}

void DetailFilterTest::calendar_fillsTheDay()
{
    Fixture f;
    f.startOpen();
    QLineEdit &from = f.line(u"orderedFrom"_s);
    QTest::keyClicks(&from, u"2020/12/03 13:21"_s);
    QTest::keyClick(&from, Qt::Key_Down, Qt::AltModifier);
    auto *calendar = from.findChild<QCalendarWidget *>();
    QVERIFY(calendar && calendar->isVisible());
    QCOMPARE(calendar->selectedDate(), QDate(2020, 12, 3));
    f.picture(u"detail-calendar"_s, calendar->window());
    QWidget *days = calendar->focusProxy() ? calendar->focusProxy() : calendar;
    QTest::keyClick(days, Qt::Key_Down); // a week later
    QTest::keyClick(days, Qt::Key_Return);
    QCOMPARE(from.text(), u"2020/12/10 13:21"_s);
    QTRY_COMPARE(f.page->filter().orderedFrom, std::optional(DayOrTime(QDate(2020, 12, 10), QTime(13, 21))));
    QTRY_VERIFY(!from.findChild<QCalendarWidget *>());
    QTest::keyClick(&from, Qt::Key_F4);
    QVERIFY(from.findChild<QCalendarWidget *>());
}

void DetailFilterTest::escape_stopsTheSearchFromAField()
{
    Fixture f;
    f.startOpen();
    f.source.answersAtOnce = false;
    type(f.line(u"customerName"_s), u"花"_s);
    QTest::keyClick(&f.line(u"customerName"_s), Qt::Key_Return);
    QVERIFY(f.model().isSearching());
    QTest::keyClick(&f.line(u"customerName"_s), Qt::Key_Escape);
    QVERIFY(!f.model().isSearching());
    QCOMPARE(f.result(), u"検索を中止しました"_s);
}

void DetailFilterTest::tab_visitsEveryField()
{
    Fixture f;
    f.startOpen();
    QStringList visited;
    for (int step = 0; step < 30 && f.panel().isAncestorOf(QApplication::focusWidget()); ++step) {
        visited.append(QApplication::focusWidget()->objectName().remove(u"detail_"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(visited.join(u' '),
             u"customerName customerKana companyName mailAddress phoneNumber orderNumber trackingNumber "
             "productName orderedFrom orderedTo paidFrom paidTo deliveryFrom deliveryTo totalFrom totalTo "
             "methodFilter paymentStatusFilter prefectureFilter clearDetail"_s);
}

void DetailFilterTest::help_isShownByTheQuestionMarks()
{
    Fixture f;
    f.start();
    for (const QString &name : {u"searchHelp"_s, u"orderStatusHelp"_s}) {
        auto *button = f.child<QToolButton>(name);
        QVERIFY(!button->toolTip().isEmpty() && button->toolTip() == button->whatsThis());
        QTest::keyClick(button, Qt::Key_Space);
        const auto helps = [] {
            QList<QWidget *> shown = QApplication::topLevelWidgets();
            shown.removeIf([](const QWidget *widget) { return !widget->inherits("QWhatsThat"); });
            return shown;
        };
        QTRY_COMPARE(helps().size(), 1);
        delete helps().first();
    }
}

void DetailFilterTest::words_areNotClipped_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("widthPx");
    for (const QString &language : {u"ja"_s, u"en"_s}) {
        for (const int width : {760, 1060, 1700}) {
            QTest::addRow("%s %d", qPrintable(language), width) << language << width;
        }
    }
}

void DetailFilterTest::words_areNotClipped()
{
    QFETCH(QString, language);
    QFETCH(int, widthPx);
    Fixture f(12, language);
    f.source.extraCounts.shopMethodNames = {u"GMOクレジット決済"_s};
    f.source.orders[0].customerName = u"一般社団法人全国伝統工芸品産業振興連絡協議会 事務局長"_s;
    f.page->resize(widthPx, 740);
    f.startOpen();
    OrderFilter filter = everything();
    filter.customerName = u"一般社団法人全国伝統工芸品産業振興連絡協議会 事務局長 山田太郎左衛門之介殿様へ"_s;
    f.page->showFilter(filter);
    QTRY_VERIFY(!f.model().isSearching());
    QTRY_VERIFY(f.model().summaryAt(0));
    QCoreApplication::processEvents(); // laid out anew, row by row
    f.picture(u"detail-%1-%2-chips"_s.arg(language).arg(widthPx));
    f.page->showFilter({});
    QTRY_COMPARE(f.model().rowCount(), 12);
    QTest::keyClicks(&f.line(u"orderedFrom"_s), u"2020/12/03 13:21"_s);
    QTest::keyClicks(&f.line(u"orderedTo"_s), u"2020/12/31 23:59"_s);
    QTest::keyClicks(&f.line(u"paidTo"_s), u"2020"_s);
    QTest::keyClick(&f.line(u"paidTo"_s), Qt::Key_Return);
    QCoreApplication::processEvents();
    f.picture(u"detail-%1-%2"_s.arg(language).arg(widthPx));
    QVERIFY2(f.page->width() <= widthPx, qPrintable(QString::number(f.page->width())));
    for (const QWidget *widget : f.panel().findChildren<QWidget *>()) {
        if (qobject_cast<const QLineEdit *>(widget->parentWidget())) {
            continue; // the mark of the calendar
        }
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool clipped = (button && button->width() < button->minimumSizeHint().width()) ||
                             (label && !label->wordWrap() && label->width() < label->sizeHint().width()) ||
                             (label && label->wordWrap() && label->isVisible() &&
                              label->height() < label->heightForWidth(label->width()));
        const QString words = button ? button->text() : label ? label->text() : QString();
        QVERIFY2(!clipped || !widget->isVisible(), qPrintable(words));
    }
    f.line(u"paidTo"_s).clear();
    if (widthPx >= 1060) { // beside the side bar of a window of 1280 × 800
        QTRY_VERIFY2(f.panel().height() <= 190, qPrintable(QString::number(f.panel().height())));
    }
}

void DetailFilterTest::entries_areReadInAnyWidth()
{
    const auto moment = [](const QString &text) {
        return filterentries::textOf(*filterentries::moment(text));
    };
    QCOMPARE(moment(u" ２０２０／１２／３ "_s), u"2020/12/03"_s);
    QCOMPARE(moment(u"2020.1.2 03:04"_s), u"2020/01/02 03:04"_s);
    QCOMPARE(moment(u"20201203 1:02"_s), u"2020/12/03 01:02"_s);
    QCOMPARE(moment(u"　"_s), QString());
    for (const QString &text : {u"0001/01/01"_s, u"2020/13/01"_s, u"2020/12"_s, u"2020/12/03 13:60"_s,
                                u"2020/12/03 13"_s, u"12/03"_s, u"2020/12/03/04"_s}) {
        QVERIFY2(!filterentries::moment(text), qPrintable(text));
    }
    QCOMPARE(filterentries::amount(u"￥ ３，２００"_s).value(), std::optional(Yen{3'200}));
    QCOMPARE(*filterentries::phoneNumber(u"０３ー１２３４"_s), u"03-1234"_s);
    QVERIFY(filterentries::kana(u"ヴァン・ダイク　ー"_s));
}

QTEST_MAIN(DetailFilterTest)
#include "test_detailfilter.moc"
