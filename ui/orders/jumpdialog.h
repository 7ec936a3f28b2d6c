#pragma once

#include "ui/models/ordersource.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace kessai {

class Paragraph;
class ProgressLine;

/// 注文番号・決済オーダーIDへ移動 (Ctrl+K): opens the order at once where exactly one is meant.
class JumpDialog : public QDialog
{
    Q_OBJECT

public:
    explicit JumpDialog(OrderSource &source, QWidget *parent = nullptr);

signals:
    void orderFound(kessai::OrderId order);
    /// 一覧で検索: by the same text, where it is a name or names several.
    void searchAsked(const QString &text);

private:
    QPushButton *addButton(const QString &text, const QString &name);
    void lookUp();
    void take(const StorageResult<OrderLookup> &answer);
    void tell(const QString &text, bool alarming);

    OrderSource &m_source;
    QLineEdit *m_text;
    ProgressLine *m_progress;
    Paragraph *m_result;
    QPushButton *m_search;
    QPushButton *m_close;
    QPushButton *m_open;
};

} // namespace kessai
