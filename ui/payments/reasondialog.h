#pragma once

#include "core/services/resolveservice.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kessai {

/// Asks a person for a reason: to resolve a conflict or finding, or to take a link off again.
class ReasonDialog : public QDialog
{
    Q_OBJECT

public:
    ReasonDialog(const QString &title, const QString &text, QWidget *parent);

    /// A button that needs a reason. Called in the order from left to right.
    void addAnswer(const QString &label, const QString &objectName,
                   std::function<void(const QString &)> answer);
    /// What is written there already; after the answers are added.
    void setReason(const QString &reason);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLineEdit *m_reason;
    QVBoxLayout *m_answers;
    QPushButton *m_cancel;
    QPushButton *m_lastAnswer = nullptr;
};

/// The dialog for a conflict or finding with its three answers.
/// @param lastSeen what was asked for and what the gateway last showed, in sentences
ReasonDialog *makeResolveDialog(bool conflict, const QString &lastSeen,
                                std::function<void(Resolution, const QString &)> answer, QWidget *parent);

} // namespace kessai
