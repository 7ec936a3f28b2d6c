// BenchWindow: what is done in each phase.
#include "tests/bench/benchorders.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/privatememory.h"
#include "ui/history/exportdialog.h"
#include "ui/orders/ordertable.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int FirstRowsRounds = 9;

} // namespace

BenchWindow::FirstRows BenchWindow::measureFirstRows()
{
    const auto msOf = [](const std::function<void()> &work) {
        QElapsedTimer timer;
        timer.start();
        work();
        return double(timer.nsecsElapsed()) / 1e6;
    };
    OrderFilter none;
    none.query = u"いない人"_s;
    list().showFilter(none);
    m_watch.waitFor([this] { return !list().model().isSearching(); });
    require(list().model().rowCount() == 0, "an empty list");
    QList<double> repaintsMs;
    QList<double> rowsMs;
    for (int round = 0; round < FirstRowsRounds; ++round) {
        repaintsMs.append(msOf([this] { m_window->repaint(); }));
    }
    for (int round = 0; round < FirstRowsRounds; ++round) {
        OrderFilter all;
        all.withUnfinished = round % 2 == 0; // another question than before, whose answer is not known
        rowsMs.append(msOf([&] {
            list().showFilter(all);
            while (!list().model().summaryAt(0)) { // none before
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            m_window->repaint();
        }));
        m_watch.waitFor([this] { return isListThere(); });
        list().showFilter(none);
        m_watch.waitFor([this] { return !list().model().isSearching(); });
    }
    std::sort(repaintsMs.begin(), repaintsMs.end());
    std::sort(rowsMs.begin(), rowsMs.end());
    showAll({});
    return {repaintsMs.at(FirstRowsRounds / 2), rowsMs.at(FirstRowsRounds / 2)};
}

double BenchWindow::measureMemoryMb()
{
    showAll({});
    bool ready = false;
    while (!ready) {
        const auto answer = m_session->onSearch({}, [](OrderSearch &search) { return search.isReady(); });
        m_watch.waitFor([&answer] { return answer.isFinished(); });
        ready = answer.result();
    }
    return m_programMb + privateMemoryMb() - m_besidesMb;
}

DelayWatch::Phase BenchWindow::useList()
{
    OrderTable &table = list().table();
    const auto summed = [this] { return list().tickCounts().known(); };
    OrderFilter authorised;
    authorised.paymentStatuses = {PaymentStatus::Authorized};
    m_watch.begin(u"list"_s);
    m_watch.step(u"filter by state"_s);
    showAll(authorised);
    m_watch.step(u"tick all that match"_s);
    table.setFocus();
    press(table, Qt::Key_A, Qt::ControlModifier);
    m_watch.waitFor(summed);
    require(list().tickCounts().summary().count == m_ticked, "all are ticked");
    m_watch.step(u"undo the ticks"_s);
    press(table, Qt::Key_Z, Qt::ControlModifier);
    m_watch.step(u"tick from the first to the last row"_s); // which holds as many ids as rows
    press(table, Qt::Key_Home, Qt::ControlModifier);
    clickTickOf(0);
    press(table, Qt::Key_End, Qt::ControlModifier);
    clickTickOf(list().model().rowCount() - 1, Qt::ShiftModifier);
    m_watch.waitFor(summed);
    require(list().tickCounts().summary().count == m_ticked, "all are ticked one by one");
    m_watch.step(u"all orders"_s);
    showAll({});
    m_watch.waitFor(summed);
    m_watch.step(u"scroll"_s);
    scrollThrough(table);
    m_watch.step(u"sort by amount"_s);
    sortBy(OrderTableModel::Column::Amount);
    m_watch.step(u"sort by state"_s);
    sortBy(OrderTableModel::Column::PaymentStatus);
    m_watch.step(u"search"_s);
    OrderFilter searched;
    searched.query = u"9999"_s;
    showAll(searched);
    m_watch.waitFor(summed);
    m_watch.step(u"back to all orders"_s);
    showAll({});
    m_watch.waitFor(summed);
    m_watch.step(u"untick and tick one"_s);
    press(table, Qt::Key_Home, Qt::ControlModifier);
    for (int times = 0; times < 2; ++times) {
        clickTickOf(0);
        m_watch.waitFor(summed);
    }
    require(list().tickCounts().summary().count == m_ticked, "all are ticked again");
    return m_watch.end();
}

DelayWatch::Phase BenchWindow::usePreview()
{
    m_watch.begin(u"preview"_s);
    m_watch.step(u"read it"_s);
    click(u"bulk_CAPTURE"_s);
    m_watch.waitFor([this] { return isShown(u"startRun"_s); });
    m_watch.step(u"scroll"_s);
    auto &rows = child<QAbstractItemView>(u"previewRuns"_s);
    scrollThrough(rows);
    m_watch.step(u"select all rows"_s);
    press(rows, Qt::Key_A, Qt::ControlModifier);
    m_watch.step(u"leave"_s);
    click(u"leavePreview"_s);
    m_watch.waitFor([this] { return list().isVisible(); });
    m_watch.step(u"read it again"_s);
    click(u"bulk_CAPTURE"_s);
    m_watch.waitFor([this] { return isShown(u"startRun"_s); });
    return m_watch.end();
}

DelayWatch::Phase BenchWindow::useRun(qint64 captures)
{
    const auto done = [this](qint64 count) { return [this, count] { return countOf(u"done"_s) >= count; }; };
    m_watch.begin(u"run"_s);
    m_watch.step(u"plan it"_s);
    click(u"startRun"_s);
    m_watch.waitFor([this] { return isShown(u"stopRun"_s); });
    m_watch.step(u"look on"_s);
    m_watch.waitFor(done(captures / 3));
    m_watch.step(u"scroll"_s);
    scrollThrough(child<QAbstractItemView>(u"runItems"_s));
    m_watch.step(u"look at the list"_s);
    click(u"leaveRun"_s);
    scrollThrough(list().table());
    m_watch.waitFor(done(captures * 2 / 3));
    m_watch.step(u"come back"_s);
    click(u"runStatusOpen"_s);
    m_watch.waitFor(done(captures));
    m_watch.step(u"stop it"_s);
    click(u"stopRun"_s);
    m_watch.waitFor([this] { return isShown(u"exportRun"_s); });
    return m_watch.end();
}

DelayWatch::Phase BenchWindow::useReport()
{
    auto &rows = child<QAbstractItemView>(u"runItems"_s);
    const auto areThere = [&rows] {
        return rows.model()->rowCount() > 0 && rows.model()->index(0, 0).data().isValid();
    };
    m_watch.begin(u"report"_s);
    m_watch.step(u"scroll"_s);
    scrollThrough(rows);
    for (const QString &part : {u"part_done"_s, u"part_cancelled"_s, u"part_all"_s}) {
        m_watch.step(part);
        click(part);
        m_watch.waitFor(areThere);
        press(rows, Qt::Key_End, Qt::ControlModifier);
    }
    m_watch.step(u"select all rows"_s);
    press(rows, Qt::Key_A, Qt::ControlModifier);
    m_watch.step(u"export"_s);
    const QString file = m_folder.filePath(u"report.csv"_s);
    click(u"exportRun"_s);
    m_watch.waitFor([this] { return isShown(u"exportDialog"_s); });
    child<QLineEdit>(u"exportFileEdit"_s).setText(file);
    click(u"startExportButton"_s);
    m_watch.waitFor([this] { return isShown(u"openFolderButton"_s); });
    require(QFile(file).size() > 0, "export");
    click(u"cancelExportButton"_s);
    m_watch.step(u"back to the list"_s);
    click(u"leaveRun"_s);
    m_watch.waitFor([this] { return isListThere(); });
    return m_watch.end();
}

} // namespace kessai
