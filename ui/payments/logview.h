#pragma once

#include "core/services/paymentlog.h"

#include <QTreeWidget>

namespace kessai {

/// 決済ログ (S62): one line per operation or event, newest first; it unfolds to what was asked and what came
/// back, with the meaning of codes.
class LogView : public QTreeWidget
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    void setEntries(const QList<LogEntry> &entries);
    /// All lines, tab separated, to copy.
    [[nodiscard]] QString asText() const;
    /// All lines to export, what they unfold to too, under titles(): the first column tells the one from the
    /// other.
    [[nodiscard]] QList<QStringList> lines() const;
    [[nodiscard]] QStringList titles() const;
    /// Whether an error code of the gateway stands in it.
    [[nodiscard]] bool hasErrors() const { return m_hasErrors; }
    /// The operation of the line that is chosen, or of one within it, where it had an error; none: no such
    /// line is.
    [[nodiscard]] std::optional<OperationId> chosenError() const;

private:
    QTreeWidgetItem *lineOf(const QList<LogEntry> &entries);

    bool m_hasErrors = false;
};

} // namespace kessai
