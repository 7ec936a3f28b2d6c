#pragma once

#include "core/storage/orderticks.h"

#include <QDialog>
#include <QMap>

class QCheckBox;

namespace kessai {

/// What a change of 対応状況 would do (S43).
struct StatusPlan
{
    OrderStatus status = OrderStatus::New;
    QList<OrderId> orders;                ///< that the shop's moves allow to change
    qint64 already = 0;                   ///< have it
    QMap<OrderStatus, qint64> notAllowed; ///< how many may not move, by what they have
    QString only{}; ///< 注文 237 テスト会員 様, where one order is asked about; else ""
    bool commandFits =
        true; ///< the payment command that goes with the status may do something for one of them
};

/// S44: to 注文取消し "取消(返品)も実行しますか", and its like. Where there is one, the change is asked
/// about.
std::optional<OperationKind> fittingCommand(OrderStatus status);
/// From the columns of the list; the command's own question asks the rules.
bool commandMayFit(OperationKind command, const OrderSummary &order);

/// Works on a read-only connection.
StorageResult<StatusPlan> statusPlan(Database &database, OrderStatus status, const OrderTicks &ticks,
                                     const OrderSort &sort);

/// Asks before the change: how many, which not and why, that GMO is not touched (S44), and offers the payment
/// command that would fit. キャンセル is the default.
class StatusDialog : public QDialog
{
    Q_OBJECT

public:
    StatusDialog(const StatusPlan &plan, QWidget *parent);

    /// The payment command whose preview is wanted afterwards; none where nothing fits or it is not wanted.
    [[nodiscard]] std::optional<OperationKind> thenCommand() const;

signals:
    void confirmed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    StatusPlan m_plan;
    QCheckBox *m_then = nullptr;
};

} // namespace kessai
