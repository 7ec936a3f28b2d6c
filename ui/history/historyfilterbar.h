#pragma once

#include "core/storage/operationhistory.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace kessai {

/// What 処理の履歴 is asked for: a period and what its days are of, an operator, a kind and a state.
class HistoryFilterBar : public QWidget
{
    Q_OBJECT

public:
    /// What the kinds and states are of; 日計 has none to choose.
    enum class States { OfRuns, OfOperations, None };

    explicit HistoryFilterBar(QWidget *parent = nullptr);

    /// As the states that are offered ask.
    [[nodiscard]] HistoryFilter filter() const;
    /// Something may be hidden by them, the period included.
    [[nodiscard]] bool hasConditions() const;
    /// Every condition away, the whole period.
    void clear();
    /// What was captured and cancelled with an end on this day, whoever asked for it and when.
    void showDay(const QDate &day);
    void setStates(States states);
    void setOperatorNames(const QStringList &names);

signals:
    void changed();

private:
    enum class Period { Today, Yesterday, SevenDays, ThirtyDays, ThisMonth, LastMonth, Chosen, All };
    QComboBox *combo(const QString &objectName, const QString &label);
    QDateEdit *dayEdit(const QString &objectName, const QString &accessibleName);
    void fillPeriods();
    void fillInstants();
    void fillKinds();
    void fillStates();
    [[nodiscard]] Period period() const;
    void choosePeriod();
    void daysEdited(bool fromChanged);

    QComboBox *m_period;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QComboBox *m_instant;
    bool m_operationsByEnd = false; ///< chosen before another page was shown
    QComboBox *m_operator;
    QComboBox *m_kind;
    QComboBox *m_state;
    States m_states = States::OfRuns;
};

} // namespace kessai
