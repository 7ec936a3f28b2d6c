#include "tests/ui/fakeordersource.h"
#include "ui/orders/filterconditions.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/text/language.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

/// A page over orders in memory, shown off-screen.
struct Fixture
{
    explicit Fixture(int orders, const QString &language = u"ja"_s)
    {
        words.install(language);
        source.fill(orders);
        page = std::make_unique<OrderListPage>(source, counts, settings);
        page->resize(1160, 700);
        page->setOrderWindowFactory([this](OrderId id) { opened.append(id.value); });
    }
    ~Fixture()
    {
        page.reset();
        words.install(u"ja"_s);
    }
    void start()
    {
        page->show();
        QSignalSpy found(&page->model(), &OrderTableModel::found);
        page->start();
        QTRY_COMPARE(found.count(), 1);
        if (page->model().rowCount() > 0) {
            QTRY_VERIFY(page->model().summaryAt(0));
        }
    }
    template <typename T>
    T *child(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    QString result() const { return child<QLabel>(u"resultLabel"_s)->text(); }

    Language words;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"window.ini"_s), QSettings::IniFormat};
    FakeOrderSource source;
    CountsModel counts{source};
    std::unique_ptr<OrderListPage> page;
    QList<qint64> opened;
};

/// Buttons and labels in sight that are narrower than their words.
QStringList clippedTexts(const QWidget &page)
{
    QStringList clipped;
    for (const QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
        if (button->isVisibleTo(&page) && !button->text().isEmpty() &&
            button->width() < button->minimumSizeHint().width()) {
            clipped.append(button->text());
        }
    }
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        const int words = label->fontMetrics().boundingRect(label->text()).width();
        if (label->isVisibleTo(&page) && !label->wordWrap() && label->contentsRect().width() < words) {
            clipped.append(label->text());
        }
    }
    return clipped;
}

} // namespace

class OrderListPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void result_saysHowManyWereFound_data();
    void result_saysHowManyWereFound();
    void typing_searchesAfterAPause();
    void composingText_searchesNothing();
    void controlEnter_searchesFromEveryCondition();
    void statusBox_narrowsAndShowsAChip();
    void chip_isClickedAway();
    void conditions_areThereAgainAtTheNextStart();
    void settingsThatAreNone_openWithoutConditions();
    void conditionsCountedFromToday_areSaidInDays();
    void enterAndDoubleClick_openTheOrder();
    void withoutFactory_nothingIsOpened();
    void nothingFound_saysWhichConditionHidesHowMany();
    void parcelColumns_areSortedByTheirHeaders();
    void selection_survivesAReload();
    void manySelected_areRestoredTogether();
    void copy_putsTheRowOnTheClipboard();
    void copy_takesRowsThatWereNeverInSight();
    void copyThatCannotRead_saysSo();
    void escape_stopsTheSearch();
    void words_areNotClipped_data();
    void words_areNotClipped();
    void everythingInteractive_hasANameForScreenReaders();
    void badgeColours_canBeReadInLightAndDark();
};

void OrderListPageTest::result_saysHowManyWereFound_data()
{
    QTest::addColumn<int>("orders");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0 << u"検索結果：0件が該当しました"_s;
    QTest::newRow("one") << 1 << u"検索結果：1件が該当しました"_s;
    QTest::newRow("many") << 1240 << u"検索結果：1,240件が該当しました"_s;
}

void OrderListPageTest::result_saysHowManyWereFound()
{
    QFETCH(int, orders);
    QFETCH(QString, text);
    Fixture f(orders);
    f.start();
    QCOMPARE(f.result(), text);
}

void OrderListPageTest::typing_searchesAfterAPause()
{
    Fixture f(30);
    f.start();
    f.source.asked.clear();
    QTest::keyClicks(f.child<QLineEdit>(u"searchBox"_s), u"17"_s);
    QTRY_COMPARE(f.result(), u"検索結果：1件が該当しました"_s);
    QCOMPARE(f.source.asked.size(), 1); // one search for two letters
    QCOMPARE(f.source.asked.first().query, u"17"_s);
}

void OrderListPageTest::composingText_searchesNothing()
{
    Fixture f(5);
    f.start();
    f.source.asked.clear();
    auto *box = f.child<QLineEdit>(u"searchBox"_s);
    QInputMethodEvent composing(u"たかは"_s, {});
    QCoreApplication::sendEvent(box, &composing);
    QInputMethodEvent committed;
    committed.setCommitString(u"髙橋"_s);
    QCoreApplication::sendEvent(box, &committed);
    QTRY_COMPARE(f.source.asked.size(), 1);
    QCOMPARE(f.source.asked.first().query, u"髙橋"_s);
}

void OrderListPageTest::controlEnter_searchesFromEveryCondition()
{
    Fixture f(5);
    f.start();
    QVERIFY(QTest::qWaitForWindowActive(f.page.get()));
    for (QWidget *field : {static_cast<QWidget *>(f.child<QLineEdit>(u"searchBox"_s)),
                           static_cast<QWidget *>(f.child<QCheckBox>(u"orderStatus_4"_s))}) {
        field->setFocus();
        f.source.asked.clear();
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.source.asked.size(), 1); // at once, and once
    }
    QVERIFY(f.opened.isEmpty());
}

void OrderListPageTest::statusBox_narrowsAndShowsAChip()
{
    Fixture f(10);
    f.source.orders[3].status = OrderStatus::InProgress;
    f.start();
    auto *box = f.child<QCheckBox>(u"orderStatus_4"_s);
    QTRY_COMPARE(box->text(), u"対応中(1)"_s);
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QTRY_COMPARE(f.result(), u"検索結果：1件が該当しました"_s);
    QCOMPARE(f.page->findChild<ChipBar *>()->chips().value(0).text, u"対応状況: 対応中"_s);
}

void OrderListPageTest::chip_isClickedAway()
{
    Fixture f(10);
    f.start();
    OrderFilter filter;
    filter.onlyDifference = true;
    f.page->showFilter(filter);
    QTRY_VERIFY(f.child<QAbstractButton>(u"chip_difference"_s));
    QTest::mouseClick(f.child<QAbstractButton>(u"chip_difference"_s), Qt::LeftButton);
    QTRY_COMPARE(f.result(), u"検索結果：10件が該当しました"_s);
    QVERIFY(!f.page->filter().onlyDifference);
}

void OrderListPageTest::conditions_areThereAgainAtTheNextStart()
{
    Fixture f(10);
    f.start();
    OrderFilter filter;
    filter.query = u"7"_s;
    filter.orderStatuses = {OrderStatus::New, OrderStatus::Paid};
    filter.paymentStatuses = {PaymentStatus::Authorized};
    filter.methods = {PaymentMethod::Card};
    filter.orderedFrom = QDate(2020, 12, 1);
    filter.orderedTo = QDate(2020, 12, 3);
    filter.onlyUnlinked = true;
    filter.captureFromDays = 0;
    filter.captureWithinDays = 7;
    filter.stuckMinutes = 30;
    filter = askedAt(filter, f.source.now());
    f.settings.setValue(u"list/filter/query"_s, u"kept by an older version"_s);
    f.page->showFilter(filter);
    f.page.reset();
    f.settings.beginGroup(u"list/filter"_s);
    QCOMPARE(f.settings.allKeys(), QStringList{u"conditions"_s});
    f.settings.endGroup();
    f.page = std::make_unique<OrderListPage>(f.source, f.counts, f.settings);
    f.page->start();
    QCOMPARE(f.source.asked.last(), filter);
}

void OrderListPageTest::settingsThatAreNone_openWithoutConditions()
{
    Fixture f(10);
    f.settings.setValue(u"list/filter/conditions"_s, u"{\"newer\":true}"_s);
    f.start();
    QCOMPARE(f.source.asked.last(), OrderFilter{});
}

void OrderListPageTest::conditionsCountedFromToday_areSaidInDays()
{
    FakeOrderSource source;
    const auto texts = [&source](OrderFilter filter) {
        QStringList said;
        for (const auto &condition : FilterConditions::of(askedAt(filter, source.now()))) {
            said.append(condition.text);
        }
        return said.join(u' ');
    };
    OrderFilter filter;
    filter.captureFromDays = 0;
    filter.captureWithinDays = 7;
    filter.stuckMinutes = 30;
    QCOMPARE(texts(filter), u"売上期限: 7日以内 決済処理中の滞留: 30分以上"_s);
    const OrderFilter less =
        FilterConditions::without(FilterConditions::without(filter, u"captureBy"_s), u"stuck"_s);
    QCOMPARE(less, OrderFilter{});
    OrderFilter lapsed;
    lapsed.captureWithinDays = -1;
    QCOMPARE(texts(lapsed), u"売上期限: 超過"_s);
    OrderFilter days;
    days.captureByUntil = QDate(2020, 12, 10);
    QCOMPARE(texts(days), u"売上期限: 2020/12/10まで"_s);
    OrderFilter pay;
    pay.payFromDays = 0;
    pay.payWithinDays = 3;
    QCOMPARE(texts(pay), u"お支払期限: 3日以内"_s);
    QCOMPARE(FilterConditions::without(askedAt(pay, source.now()), u"payBy"_s), OrderFilter{});
    pay.payFromDays.reset();
    pay.payWithinDays = -1;
    QCOMPARE(texts(pay), u"お支払期限: 超過"_s);
    OrderFilter work;
    work.onlyPaidInCash = true;
    work.onlyWalletPending = true;
    QCOMPARE(texts(work), u"入金された 楽天ペイ待ち"_s);
}

void OrderListPageTest::enterAndDoubleClick_openTheOrder()
{
    Fixture f(3);
    f.start();
    OrderTable &table = f.page->table();
    const QPoint second = table.visualRect(f.page->model().index(1, 0)).center();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, second);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(f.opened, QList<qint64>{2});
    QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(f.opened, (QList<qint64>{2, 2}));
}

void OrderListPageTest::withoutFactory_nothingIsOpened()
{
    Fixture f(1);
    f.start();
    f.page->setOrderWindowFactory({});
    f.page->table().selectRow(0);
    QTest::keyClick(&f.page->table(), Qt::Key_Return);
    QVERIFY(f.opened.isEmpty());
}

void OrderListPageTest::nothingFound_saysWhichConditionHidesHowMany()
{
    Fixture f(12);
    f.start();
    OrderFilter filter;
    filter.query = u"いない人"_s;
    f.page->showFilter(filter);
    QTRY_COMPARE(f.child<Paragraph>(u"emptyText"_s)->sentences(),
                 u"「検索: いない人」を外すと12件あります。"_s);
    QTest::mouseClick(f.child<QAbstractButton>(u"clearConditions"_s), Qt::LeftButton);
    QTRY_COMPARE(f.result(), u"検索結果：12件が該当しました"_s);
}

void OrderListPageTest::parcelColumns_areSortedByTheirHeaders()
{
    Fixture f(3);
    f.page->resize(1700, 700);
    f.start();
    f.page->table().setTwoLines(false); // else お問い合わせ番号 has no column of its own
    QHeaderView *header = f.page->table().horizontalHeader();
    using Column = OrderTableModel::Column;
    const QList<std::pair<Column, QString>> fields{{Column::Shipped, u"shippedAt"_s},
                                                   {Column::Tracking, u"trackingNumber"_s},
                                                   {Column::Recipient, u"recipientName"_s}};
    for (const auto &[column, field] : fields) {
        f.page->table().scrollTo(f.page->model().index(0, int(column)));
        const QPoint title(header->sectionViewportPosition(int(column)) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
        QCOMPARE(f.source.askedSorts.last().field, field);
        QTRY_VERIFY(!f.page->model().isSearching());
        QCOMPARE(header->sortIndicatorSection(), int(column));
    }
}

void OrderListPageTest::selection_survivesAReload()
{
    Fixture f(20);
    f.start();
    f.page->table().selectRow(4);
    std::reverse(f.source.orders.begin(), f.source.orders.end());
    QSignalSpy reset(&f.page->model(), &QAbstractItemModel::modelReset);
    emit f.source.ordersChanged();
    QTRY_COMPARE(reset.count(), 1);
    const auto selected = f.page->table().selectionModel()->selectedRows();
    QCOMPARE(selected.size(), 1);
    QCOMPARE(f.page->model().idAt(selected.first().row()).value, 16);
}

void OrderListPageTest::manySelected_areRestoredTogether()
{
    Fixture f(200);
    f.start();
    OrderTable &table = f.page->table();
    QTest::keySequence(&table, QKeySequence::SelectAll);
    QSignalSpy reset(&f.page->model(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(table.selectionModel(), &QItemSelectionModel::selectionChanged);
    std::reverse(f.source.orders.begin(), f.source.orders.end());
    emit f.source.ordersChanged();
    QTRY_COMPARE(reset.count(), 1);
    QCOMPARE(table.selectedIds().size(), 200);
    QCOMPARE(table.selectionModel()->selection().size(), 1); // one range, told once
    QCOMPARE(changed.count(), 1);
}

void OrderListPageTest::copy_putsTheRowOnTheClipboard()
{
    Fixture f(1);
    f.start();
    f.page->table().selectRow(0);
    QGuiApplication::clipboard()->clear();
    QTest::keySequence(&f.page->table(), QKeySequence::Copy);
    const auto copied = [] { return QGuiApplication::clipboard()->text(); };
    QTRY_VERIFY2(copied().contains(u"髙橋 花子"_s) && copied().contains(u"¥3,200"_s), qPrintable(copied()));
    QCOMPARE(copied().section(u'\n', 0, 0).section(u'\t', 0, 2), u"注文者\t受注日時\t支払方法"_s);
}

void OrderListPageTest::copy_takesRowsThatWereNeverInSight()
{
    Fixture f(2500); // more than are read together
    f.start();
    QVERIFY(!f.page->model().summaryAt(2000));
    QSignalSpy copied(&f.page->table(), &OrderTable::copied);
    QTest::keySequence(&f.page->table(), QKeySequence::SelectAll);
    QTest::keySequence(&f.page->table(), QKeySequence::Copy);
    QTRY_COMPARE(copied.count(), 1);
    QCOMPARE(copied.first().first().toInt(), 2500);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2501); // the titles first
    for (qsizetype line = 1; line < lines.size(); ++line) {
        QVERIFY2(lines.at(line).startsWith(QString::number(2501 - line) + u"  髙橋 花子"_s),
                 qPrintable(lines.at(line)));
    }
}

void OrderListPageTest::copyThatCannotRead_saysSo()
{
    Fixture f(3);
    f.start();
    f.page->table().selectRow(0);
    QGuiApplication::clipboard()->setText(u"before"_s);
    f.source.fails = true;
    QTest::keySequence(&f.page->table(), QKeySequence::Copy);
    auto *problem = f.page->findChild<Banner *>();
    QTRY_VERIFY(problem->isVisible());
    QCOMPARE(problem->text(), u"一覧を読み込めませんでした。使用中です。"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
}

void OrderListPageTest::escape_stopsTheSearch()
{
    Fixture f(5);
    f.start();
    f.source.answersAtOnce = false;
    f.page->showFilter({});
    QVERIFY(f.page->model().isSearching());
    QTest::keyClick(&f.page->table(), Qt::Key_Escape);
    QVERIFY(!f.page->model().isSearching());
    QCOMPARE(f.source.stops, 1);
}

void OrderListPageTest::words_areNotClipped_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("widthPx");
    for (const QString &language : {u"ja"_s, u"en"_s}) {
        for (const int width : {760, 1160, 1700}) {
            QTest::addRow("%s %d", qPrintable(language), width) << language << width;
        }
    }
}

void OrderListPageTest::words_areNotClipped()
{
    QFETCH(QString, language);
    QFETCH(int, widthPx);
    Fixture f(3, language);
    f.source.orders[0].customerName = u"一般社団法人全国伝統工芸品産業振興連絡協議会 事務局長"_s;
    f.page->resize(widthPx, 700);
    f.start();
    QVERIFY2(f.page->width() <= widthPx, "the page does not fit this width");
    const QStringList clipped = clippedTexts(*f.page);
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u" / "_s)));
}

void OrderListPageTest::everythingInteractive_hasANameForScreenReaders()
{
    Fixture f(3);
    f.start();
    for (const QWidget *widget : f.page->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool ours = !widget->objectName().startsWith(u"qt_"_s) && widget->isVisibleTo(f.page.get());
        if (ours && (button || qobject_cast<const QLineEdit *>(widget)) &&
            widget->focusPolicy() != Qt::NoFocus) {
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            const bool inner = widget->parentWidget()->inherits("QAbstractSpinBox");
            QVERIFY2(named || inner, widget->metaObject()->className());
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        }
    }
}

void OrderListPageTest::badgeColours_canBeReadInLightAndDark()
{
    for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
        applyTheme(*qApp, choice);
        const QPalette palette = QApplication::palette();
        for (int meaning = 0; meaning <= int(Meaning::NeedsPerson); ++meaning) {
            const double ratio =
                contrastRatio(colourOf(Meaning(meaning), palette), palette.color(QPalette::Base));
            QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
        }
        QVERIFY(contrastRatio(quietText(palette), palette.color(QPalette::Base)) >= 4.5);
    }
}

QTEST_MAIN(OrderListPageTest)
#include "test_orderlistpage.moc"
