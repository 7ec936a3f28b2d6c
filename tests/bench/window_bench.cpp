// window_bench [ORDERS] [TICKED] [CAPTURES]: how long an event waits that is posted to the window's thread,
// while a person works with very many ticked payments. Ends with 1 where a phase is over its limits.
#include "tests/bench/benchwindow.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QTextStream>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

constexpr double MedianLimitMs = 16;
constexpr double P99LimitMs = 100;
constexpr double FirstRowsLimit = 1.5; ///< repaints of an empty list
constexpr double MemoryLimitMb = 200;

bool isWithin(const DelayWatch::Phase &phase)
{
    const double medianMs = phase.atMs(0.5);
    const double p99Ms = phase.atMs(0.99);
    const bool within = medianMs <= MedianLimitMs && p99Ms <= P99LimitMs;
    QTextStream(stdout) << phase.name << ": median " << medianMs << " ms, p99 " << p99Ms << " ms, maximum "
                        << phase.atMs(1) << " ms (" << phase.slowestStep << "), " << phase.delaysMs.size()
                        << " events: " << (within ? "reached" : "MISSED") << "\n";
    return within;
}

bool listIsWithin(BenchWindow &window)
{
    const BenchWindow::FirstRows first = window.measureFirstRows();
    const double repaints = first.rowsMs / first.repaintMs;
    const double memoryMb = window.measureMemoryMb();
    const auto word = [](bool reached) { return reached ? "reached" : "MISSED"; };
    QTextStream(stdout) << "first rows of all orders: " << first.rowsMs << " ms, repaint of an empty list "
                        << first.repaintMs << " ms, ratio " << repaints << ", at most " << FirstRowsLimit
                        << ": " << word(repaints <= FirstRowsLimit)
                        << "\nprivate memory with the list open: " << memoryMb << " MB, at most "
                        << MemoryLimitMb << ": " << word(memoryMb <= MemoryLimitMb) << "\n";
    return repaints <= FirstRowsLimit && memoryMb <= MemoryLimitMb;
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QLoggingCategory::setFilterRules(u"kessai.*=false"_s); // a line for each request
    applyTheme(application, ThemeChoice::Light);
    const QStringList arguments = application.arguments();
    const qint64 orders = arguments.value(1, u"20000"_s).toLongLong();
    const qint64 ticked = std::min(orders, arguments.value(2, u"10000"_s).toLongLong());
    const qint64 captures = std::min(ticked / 2, arguments.value(3, u"2000"_s).toLongLong());
    BenchWindow window(orders, ticked);
    QTextStream(stdout) << orders << " orders, " << ticked << " of them ticked; goal: median at most "
                        << MedianLimitMs << " ms, p99 at most " << P99LimitMs << " ms\n";
    bool within = listIsWithin(window);
    within = isWithin(window.useList()) && within;
    within = isWithin(window.usePreview()) && within;
    within = isWithin(window.useRun(captures)) && within;
    within = isWithin(window.useReport()) && within;
    return within ? 0 : 1;
}
