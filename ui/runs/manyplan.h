#pragma once

#include "core/storage/orderticks.h"
#include "ui/runs/reasonlist.h"
#include "ui/text/meaning.h"

#include <QStringList>

#include <memory>

namespace kessai {

/// Work on many orders that moves no money.
enum class ManyKind { Refresh /* 状態一括確認 */, Status /* 対応状況の変更 */ };

/// What is asked for.
struct ManyQuestion
{
    ManyKind kind = ManyKind::Refresh;
    OrderStatus status = OrderStatus::New; ///< Status: the one to change to
    OrderTicks ticks;
    OrderSort sort;    ///< the order of the list
    OrderFilter shown; ///< the present conditions of the list: what they hide is said apart
    bool fromList = true;
};

/// Why an order is left out. Those of Status that may not move have one key per status that they have.
enum class ManyReason {
    None = 0,
    NotLinked,
    NotGatewayMethod,
    MethodNotSupported,
    HasStatusAlready,
    MoveNotAllowed = 100
};

/// What the work would do with one order.
struct ManyPlanRow
{
    OrderId order;
    std::optional<PaymentId> payment; ///< Refresh: that is read
    QString orderNumber;
    QString customerName;
    QString gatewayOrderId;
    PaymentMethod method = PaymentMethod::Other;
    std::optional<PaymentStatus> paymentStatus;
    OrderStatus status = OrderStatus::New;
    Yen amount; ///< お支払い合計, which the bulk bar sums too; Refresh: 決済金額 as last read, else that
    int reason = int(ManyReason::None);
    bool hidden = false; ///< the present conditions of the list hide it

    [[nodiscard]] bool runs() const { return reason == int(ManyReason::None); }
};

/// What the work would do, frozen, with everything that costs time to find in it: the work does exactly this.
struct ManyPlan
{
    ManyQuestion question;
    QList<ManyPlanRow> rows; ///< in the order of the list
    QList<int> runRows;      ///< places of the rows that run
    QList<int> leftOutRows;  ///< places of the others, grouped by their reason
    QList<LeftOutReason> reasons;
    Yen runTotal;
    qint64 hiddenRuns = 0;
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
    static QString nameOf(ManyKind kind);
    static QString reasonOf(int reason, OrderStatus wanted);
    /// 482件、合計 ¥9,214,300 の決済状態をGMOで確認します。18件は対象外です。
    static QString summary(const ManyPlan &plan);
    /// What follows and what does not.
    static QString consequence(const ManyPlan &plan);
    /// The start button.
    static QString verb(const ManyPlan &plan);
    /// What is sent, or changed, per row.
    static QString actionOf(const ManyPlan &plan, const ManyPlanRow &row);
};

} // namespace kessai
