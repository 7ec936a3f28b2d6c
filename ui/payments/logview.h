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
    /// All lines, tab separated, to copy or export.
    [[nodiscard]] QString asText() const;

private:
    QTreeWidgetItem *lineOf(const QList<LogEntry> &entries);
};

} // namespace kessai
