#pragma once

#include "core/storage/todayswork.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace kessai {

/// One card of 今日の仕事: number, sum, a sentence and a button; one grey line while there is nothing to do.
class WorkCard : public QFrame
{
    Q_OBJECT

public:
    explicit WorkCard(WorkKind kind, QWidget *parent = nullptr);

    void setCount(const WorkCount &count);
    /// One more line; "" none.
    void setNote(const QString &note);
    [[nodiscard]] bool hasWork() const { return m_hasWork; }
    [[nodiscard]] QPushButton &button() const { return *m_button; }

signals:
    /// The orders behind it are asked for.
    void chosen(kessai::WorkKind kind);

private:
    QWidget *buildBody();

    WorkKind m_kind;
    bool m_hasWork = false;
    QLabel *m_number;
    QLabel *m_sum;
    QLabel *m_note;
    QPushButton *m_button;
    QWidget *m_body;
    QLabel *m_idle;
};

} // namespace kessai
