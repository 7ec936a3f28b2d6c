#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace kessai {

/// Opens every window and dialog over shops with sample data and shows each to a visitor once it does not
/// change any more: for pictures, and for what must hold in all of them.
class WindowTour
{
public:
    using Visit = std::function<void(QWidget &widget, const QString &name)>;
    explicit WindowTour(Visit visit);

    /// The first start: nothing is set up yet.
    void goThroughAssistant();
    /// One order with its payment in all its states, the questions and the log, and the settings.
    void goThroughOrderWindows();
    /// The list with 300 orders, one and none.
    /// @param ordersFile to import; "" for none
    void goThroughMainWindow(const QString &ordersFile);
    /// The list of payments, ticks, a bulk capture from preview to report, and the history.
    void goThroughBulkWork();
    /// The help page by page, version and contact, and the inquiry about a refused command.
    void goThroughHelp();

private:
    void visit(QWidget &widget, const QString &name) const;

    Visit m_visit;
};

} // namespace kessai
