#pragma once

#include <QLineEdit>

namespace kessai {

/// A line to type a day into, with a calendar behind its button, Alt+↓ and F4. What is typed is checked by
/// filterentries.
class DayEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// @param timed there is room for a time of day, which a day chosen in the calendar leaves as it is
    DayEdit(bool timed, QWidget *parent);

    void showCalendar();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeDay(const QDate &day);

    bool m_timed;
    QAction *m_open;
};

} // namespace kessai
