#include "tests/bench/benchwindow.h"

#include "core/base/japantime.h"
#include "core/services/setup.h"
#include "tests/bench/benchorders.h"
#include "tests/bench/privatememory.h"
#include "ui/orders/ordertable.h"
#include "ui/runs/runbar.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QTest>

// How the shop and its window come about, and what a person does with hands. The phases are in
// benchphases.cpp.

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 SeedsAtOnce = 10'000;
constexpr int PagesDown = 30;
constexpr int BetweenActsMs = 20; ///< a key that is held down repeats so

QCoro::Task<bool> isSetUp(SetupRequest request, Clock &clock)
{
    const auto done = co_await setUpShop(request, clock);
    co_return done.ok();
}

} // namespace

BenchWindow::BenchWindow(qint64 orders, qint64 ticked) : m_ticked(ticked), m_programMb(privateMemoryMb())
{
    require(m_gateway.start().ok(), "simulator");
    setUp();
    fill(orders, ticked);
    m_besidesMb = privateMemoryMb();
    open();
}

BenchWindow::~BenchWindow()
{
    close();
}

void BenchWindow::setUp()
{
    SetupRequest request;
    request.dataFolder = m_folder.path();
    request.gatewayUrl = m_gateway.gatewayUrl();
    request.shopId = m_gateway.shopId();
    request.shopPass = Secret(m_gateway.shopPass().toUtf8());
    request.secretsKind = u"file"_s;
    request.settings = {{u"bulk.perSecond"_s, u"0"_s}, {u"bulk.parallel"_s, u"8"_s}};
    require(QCoro::waitFor(isSetUp(request, m_clock)), "setup");
}

/// Authorised yesterday: what is captured today is in time, and no word of a cancel moves meanwhile.
void BenchWindow::fill(qint64 orders, qint64 ticked)
{
    DatabaseSpec spec;
    spec.sqliteFile = m_folder.filePath(u"shop.sqlite"_s);
    auto database = Database::open(spec, DatabaseMode::ReadWrite);
    require(database.ok(), "database");
    require(migrate(**database, [] { return StorageResult<Nothing>(Nothing{}); }).ok(), "migrate");
    const QDateTime now = m_clock.nowUtc();
    const QDateTime yesterday = QDateTime(now.date(), QTime(now.time().hour(), 0), Qt::UTC).addDays(-1);
    fillWithOrders(**database, {.count = orders, .authorised = ticked, .authorizedAt = yesterday});
    for (qint64 first = orders - ticked + 1; first <= orders; first += SeedsAtOnce) {
        QList<simulator::TransactionSeed> seeds;
        for (qint64 number = first; number < std::min(first + SeedsAtOnce, orders + 1); ++number) {
            seeds.append({.orderId = BenchOrders::gatewayOrderId(number),
                          .amount = Yen{BenchOrders::amountYen(number)},
                          .authorizedAt = yesterday.addSecs(number % 60)});
        }
        auto seeded = m_gateway.seedTransactions(seeds);
        require(seeded.ok(), "seed");
        QList<BenchRead> reads;
        for (qsizetype at = 0; at < seeded->size(); ++at) {
            const simulator::CardTransaction &made = seeded->at(at);
            reads.append({first + at, made.tranId, made.approve, japantime::toGatewayText(made.processedAt)});
        }
        noteReads(**database, reads);
    }
}

void BenchWindow::open()
{
    m_session = std::make_unique<ShopSession>();
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->resize(1280, 820);
    Shop::Options options;
    options.dataFolder = m_folder.path();
    options.operatorName = u"佐藤"_s;
    m_watch.step(u"open"_s);
    m_window->openShop(options);
    m_window->show();
    m_watch.waitFor([this] { return m_window->orderList() && isListThere(); });
    m_window->activateWindow();
    m_watch.waitFor([this] { return m_window->isActiveWindow(); });
}

void BenchWindow::close()
{
    bool closed = false;
    QObject::connect(m_session.get(), &ShopSession::closed, m_session.get(), [&closed] { closed = true; });
    m_watch.step(u"close"_s);
    m_session->close();
    m_watch.waitFor([&closed] { return closed; });
    m_window.reset();
    m_session.reset();
}

bool BenchWindow::isShown(const QString &name) const
{
    const auto *widget = m_window->findChild<QWidget *>(name);
    return widget && widget->isVisible();
}

bool BenchWindow::isListThere() const
{
    OrderTableModel &model = list().model();
    const int inSight = std::max(0, list().table().rowAt(0)); // what is selected keeps its place
    return !model.isSearching() && model.rowCount() > 0 && model.summaryAt(inSight);
}

qint64 BenchWindow::countOf(const QString &part) const
{
    for (const RunPart &shown : child<RunBar>(u"runBar"_s).parts()) {
        if (shown.key == part) {
            return shown.count;
        }
    }
    return 0;
}

void BenchWindow::click(const QString &name)
{
    auto &button = child<QAbstractButton>(name);
    if (!button.isEnabled() || !button.isVisible()) {
        qFatal("%s cannot be clicked", qPrintable(name));
    }
    QTest::mouseClick(&button, Qt::LeftButton);
}

void BenchWindow::press(QWidget &widget, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&widget, key, modifiers);
    m_watch.pause(BetweenActsMs);
}

void BenchWindow::scrollThrough(QAbstractItemView &rows)
{
    rows.setFocus();
    for (int page = 0; page < PagesDown; ++page) {
        press(rows, Qt::Key_PageDown);
    }
    press(rows, Qt::Key_End, Qt::ControlModifier);
    m_watch.pause(10 * BetweenActsMs);
    press(rows, Qt::Key_Home, Qt::ControlModifier);
    m_watch.pause(10 * BetweenActsMs);
}

void BenchWindow::showAll(const OrderFilter &filter)
{
    list().showFilter(filter);
    m_watch.waitFor([this] { return isListThere(); });
}

void BenchWindow::clickTickOf(int row, Qt::KeyboardModifiers modifiers)
{
    OrderTable &table = list().table();
    const QRect box = table.visualRect(list().model().index(row, int(OrderTableModel::Column::Tick)));
    if (!table.viewport()->rect().contains(box.center())) {
        qFatal("row %d is not in sight", row);
    }
    QTest::mouseClick(table.viewport(), Qt::LeftButton, modifiers, box.center());
    m_watch.pause(BetweenActsMs);
}

void BenchWindow::sortBy(OrderTableModel::Column column)
{
    QHeaderView &header = *list().table().horizontalHeader();
    const int section = int(column);
    const QPoint place(header.sectionViewportPosition(section) + header.sectionSize(section) / 2,
                       header.height() / 2);
    if (header.isSectionHidden(section) || !header.viewport()->rect().contains(place)) {
        qFatal("column %d is not in sight", section);
    }
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, place);
    m_watch.pause(BetweenActsMs);
    m_watch.waitFor([this] { return isListThere(); });
    require(list().model().order().field == OrderTableModel::sortFieldOf(column), "sorted");
}

} // namespace kessai
