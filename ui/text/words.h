#pragma once

#include "core/domain/operation.h"
#include "core/domain/orderstatus.h"
#include "core/domain/paymentmethod.h"
#include "core/domain/paymentrules.h"
#include "core/domain/paymentstatus.h"
#include "core/domain/runkind.h"

#include <QCoreApplication>

namespace kessai {

/// Turns the core's values into the words that staff know, in the language of the window. The Japanese ones
/// are the guide's, to the letter (features.md §1).
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    static QString of(OrderStatus status);
    static QString of(PaymentStatus status);
    static QString of(PaymentMethod method); ///< S88; "GMO決済以外" for Other
    static QString of(OperationKind kind);   ///< the label of its button: 売上確定(実売上) …
    static QString of(RunKind kind);         ///< 一括売上 … 状態一括確認 (S61, S110–S112)
    /// The same with what it changes to: 対応状況の変更（入金済み）.
    static QString of(RunKind kind, const std::optional<OrderStatus> &wanted);
    static QString of(OperationState state); ///< journal.md §18
    static QString of(EndReason reason);     ///< "" for None
    /// After EndReason::Declined: what stays as it was, and what to do.
    static QString afterDecline(OperationKind kind);
    static QString of(RuleReason reason); ///< why a command is off and what can be done; "" for None

    /// What the status means, as a tooltip (S95–S108).
    static QString explanationOf(PaymentStatus status);
    /// 未連携: a GMO order whose 決済オーダーID is not known; 未確認: linked but never read.
    static QString unlinked();
    static QString neverRead();
    /// A field that comes from the shop's file, by its name in the database (importfields::all()).
    static QString ofImportedField(const QString &field);
};

} // namespace kessai
