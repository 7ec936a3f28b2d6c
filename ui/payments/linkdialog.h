#pragma once

#include "ui/payments/paymentcommands.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace kessai {

/// Links an order by hand: paste the 決済オーダーID, see what GMO says beside the order, confirm.
class LinkDialog : public QDialog
{
    Q_OBJECT

public:
    LinkDialog(PaymentCommands &commands, const Order &order, QWidget *parent);

signals:
    /// The order has the payment now.
    void linked();

private:
    void look();
    void showAnswer(const LinkPreview &preview);
    void fitAnswer();
    void link();
    void setBusy(bool busy);

    PaymentCommands &m_commands;
    Order m_order;
    QString m_seen; ///< the 決済オーダーID that the answer below belongs to
    QLineEdit *m_id;
    QPushButton *m_look;
    QLabel *m_answer;
    QPushButton *m_link;
    QPushButton *m_cancel;
};

} // namespace kessai
