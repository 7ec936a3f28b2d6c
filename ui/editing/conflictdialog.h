#pragma once

#include "core/domain/orderfields.h"

#include <QDialog>

class QButtonGroup;
class QPushButton;
class QVBoxLayout;

namespace kessai {

/// Two people changed the same fields of one order: for each, how it was, what the other stored and what is
/// ours, and which of them shall stay. Nothing is chosen beforehand.
class ConflictDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param whoChanged a sentence about the other's change
    ConflictDialog(const QList<FieldConflict> &conflicts, const QString &whoChanged, QWidget *parent);

    /// The fields of which ours was chosen; of use once it is accepted.
    [[nodiscard]] QList<FieldPlace> takeOurs() const;

private:
    void addConflict(QVBoxLayout &column, const FieldConflict &conflict, int number);
    void showReadiness();

    QList<FieldConflict> m_conflicts;
    QList<QButtonGroup *> m_choices; ///< of each conflict: 0 theirs, 1 ours
    QPushButton *m_accept = nullptr;
};

} // namespace kessai
