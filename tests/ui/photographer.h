#pragma once

#include <QString>

class QWidget;

namespace kessai {

/// Opens every window over shops with sample data and saves a picture of each, once it does not change any
/// more.
class Photographer
{
public:
    explicit Photographer(QString folder);

    /// The first start: nothing is set up yet.
    void takeAssistant();
    /// One order with its payment in all its states, the questions and the log, and the settings.
    void takeOrderWindows();
    /// The list with 300 orders, one and none.
    /// @param ordersFile for the picture of an import; "" for none
    void takeMainWindow(const QString &ordersFile);

private:
    void take(QWidget &widget, const QString &name) const;

    QString m_folder;
};

} // namespace kessai
