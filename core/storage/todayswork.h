#pragma once

#include "core/storage/database.h"
#include "core/storage/orderfilter.h"

#include <QMap>

namespace kessai {

/// What waits for somebody: the cards of 今日の仕事, in the order in which they stand there.
enum class WorkKind {
    CaptureNeeded,            ///< 要売上
    DueSoon,                  ///< 期限が近い: 売上期限 within CaptureDueSoonDays
    Lapsed,                   ///< 売上期限超過
    Difference,               ///< 差異あり
    PaidInCash,               ///< 入金された: store or Pay-easy paid, 対応状況 still 新規受付
    InDoubt,                  ///< 結果確認中
    Conflict,                 ///< 要確認
    CancelledWithOpenPayment, ///< 取消し済み注文で未取消 (S68)
    Stuck,                    ///< 決済処理中の滞留
    WalletPending,            ///< 楽天ペイ待ち
};
const QList<WorkKind> &allWorkKinds();

/// An order that is still in its payment after so long is stuck there.
constexpr int StuckInPaymentMinutes = 30;

/// The rows behind a card, asked at this instant: what the list shows when its button is pressed.
OrderFilter workFilter(WorkKind kind, const QDateTime &now);

struct WorkCount
{
    qint64 orders = 0;
    Yen sum; ///< of お支払い合計, as the bulk bar has it of the same orders
};
/// All cards in one go, by the filters above.
StorageResult<QMap<WorkKind, WorkCount>> todaysWork(Database &database, const QDateTime &now);

/// Authorisations that wait for their capture, by the day on which they lapse.
struct LapsingDay
{
    QDate day;
    qint64 orders = 0;
    Yen sum;
};
/// Days without any are left out.
StorageResult<QList<LapsingDay>> lapsingByDay(Database &database, const QDate &from, const QDate &until);

/// What was captured and cancelled through us on one Japanese day (operations that are DONE, by their end).
struct MoneyDay
{
    QDate day;
    qint64 captures = 0;
    Yen captured;
    qint64 cancels = 0;
    Yen cancelled;
};
StorageResult<QList<MoneyDay>> moneyByDay(Database &database, const QDate &from, const QDate &until);

} // namespace kessai
