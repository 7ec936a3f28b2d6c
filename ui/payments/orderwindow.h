#pragma once

#include "ui/payments/paymentcommands.h"

#include <QSettings>
#include <QWidget>

#include <functional>

class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace kessai {

class Banner;
class OrderDetails;
class OrderEditor;
struct EditStart;
class PaymentPanel;

/// 受注情報: one order with its payment panel, in a window of its own. Closing it ends nothing that was
/// asked.
class OrderWindow : public QWidget
{
    Q_OBJECT

public:
    OrderWindow(ShopSession &session, OrderId id, QWidget *parent = nullptr);

    [[nodiscard]] OrderId orderId() const { return m_id; }
    [[nodiscard]] PaymentPanel &panel() const { return *m_panel; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// Asks about unsaved changes first.
    void closeEvent(QCloseEvent *event) override;

private:
    void buildHeader(QWidget *place);
    void load();
    void showFacts(const OrderFacts &facts);
    void showStatus(const Order &order);
    void showImportConflicts(const QStringList &fields);
    void askStatus(OrderStatus status);
    void askCommand(OperationKind kind);
    void setStatus(OrderStatus status, std::optional<OperationKind> thenAsk);
    void settleInBackground(const OrderFacts &facts);
    void showProblem(const QString &text);
    void startEditing();
    void showEditor(const EditStart &start);
    void onSaved(const QString &sentence);
    void endEditing();
    /// `then` when the changes are saved or given up; at once where there are none.
    void askUnsaved(std::function<void()> then);
    void showTitle();

    PaymentCommands m_commands;
    GatewayEnvironment m_environment;
    OrderId m_id;
    QSettings m_remembered;
    std::optional<OperationKind> m_thenAsk; ///< once the change of 対応状況 is shown
    bool m_settled = false;                 ///< doubt is read once in the background when the window opens
    QLabel *m_title;
    QToolButton *m_status;
    QMenu *m_moves;
    QLabel *m_orderedAt;
    Banner *m_problem;
    Banner *m_importConflict;
    OrderDetails *m_details;
    PaymentPanel *m_panel;
    QPushButton *m_edit;
    Banner *m_saved;
    OrderEditor *m_editor = nullptr;   ///< while the order is edited
    std::function<void()> m_afterSave; ///< what the person wanted to do besides saving
    bool m_justSaved = false;          ///< until it is shown
    QString m_plainTitle;
    QScrollArea *m_scroll;
};

} // namespace kessai
