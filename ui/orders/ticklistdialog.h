#pragma once

#include "ui/models/ordersource.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace kessai {

class Paragraph;
class ProgressLine;

/// 一覧から選択: ticks the orders of a pasted or chosen list and tells which entries nobody knows. Open it
/// with open(); it deletes itself.
class TickListDialog : public QDialog
{
    Q_OBJECT

public:
    explicit TickListDialog(OrderSource &source, QWidget *parent = nullptr);

signals:
    /// Each once; also where some of the entries are not known.
    void chosen(const QList<kessai::OrderId> &orders);

private:
    void chooseFile();
    void takeFile(const QString &path);
    void lookUp();
    void take(const StorageResult<OrderLookup> &answer);
    void tellTooLong();
    void tell(const QString &text, bool alarming);
    QPushButton *addButton(const QString &text, const QString &name);

    OrderSource &m_source;
    QPlainTextEdit *m_text;
    ProgressLine *m_progress;
    Paragraph *m_result;
    QPlainTextEdit *m_unknown;
    QPushButton *m_copy;
    QPushButton *m_file;
    QPushButton *m_close;
    QPushButton *m_choose;
};

} // namespace kessai
