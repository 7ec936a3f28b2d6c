#pragma once

#include "core/domain/runkind.h"
#include "core/storage/orderticks.h"
#include "ui/runs/previewsheet.h"
#include "ui/text/meaning.h"

#include <QStringList>

#include <memory>

namespace kessai {

/// What is asked for: a run that moves no money.
struct ManyQuestion : PreviewedOrders
{
    RunKind kind = RunKind::Refresh;
    OrderStatus status = OrderStatus::New; ///< Status: the one to change to
};

/// Why an order is left out. Those of Status that may not move have one key per status that they have.
enum class ManyReason { None = 0, NotLinked, NotGatewayMethod, HasStatusAlready, MoveNotAllowed = 100 };

/// What the work would do with one order.
struct ManyPlanRow
{
    OrderId order;
    std::optional<PaymentId> payment; ///< Refresh: that is read
    PaymentMethod method = PaymentMethod::Other;
    std::optional<PaymentStatus> paymentStatus;
    bool linked = false;
    OrderStatus status = OrderStatus::New;
    Yen amount; ///< お支払い合計, which the bulk bar sums too; Refresh: 決済金額 as last read, else that
    int reason = int(ManyReason::None);
    bool hidden = false; ///< the present conditions of the list hide it

    [[nodiscard]] bool runs() const { return reason == int(ManyReason::None); }
};

/// What the work would do, frozen: the work does exactly this.
class ManyPlan : public PreviewSheet
{
public:
    [[nodiscard]] int rowCount() const override { return int(rows.size()); }
    [[nodiscard]] Row rowAt(int place) const override;
    [[nodiscard]] Cells cellsAt(int place, const RowNames &names) const override;
    [[nodiscard]] QString reasonText(int reason) const override;
    /// From the rows alone.
    void lookThrough() { partRows(); }

    ManyQuestion question;
    QList<ManyPlanRow> rows; ///< in the order of the list
    /// Status: the payment command that goes with it may do something for one of those that run (S44).
    bool commandFits = false;
};

/// Works on a read-only connection.
StorageResult<std::shared_ptr<const ManyPlan>> manyPlan(Database &database, const ManyQuestion &question);

/// Sentences about work on many orders.
class ManyWords
{
    Q_DECLARE_TR_FUNCTIONS(ManyWords)

public:
    static QString reasonOf(int reason, OrderStatus wanted);
    /// 482件、合計 ¥9,214,300 の決済状態をGMOで確認します。18件は対象外です。
    static QString summary(const ManyPlan &plan);
    /// What follows and what does not.
    static QString consequence(const ManyPlan &plan);
    /// The start button.
    static QString verb(const ManyPlan &plan);
    /// What is sent, or changed, per row.
    static QString actionOf(const ManyPlan &plan, const ManyPlanRow &row, const RowNames &names);
};

} // namespace kessai
