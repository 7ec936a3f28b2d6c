#pragma once

#include "core/domain/operation.h"
#include "core/domain/orderstatus.h"
#include "core/domain/paymentmethod.h"
#include "core/domain/paymentstatus.h"
#include "ui/text/meaning.h"

#include <QColor>
#include <QMetaType>
#include <QString>

#include <optional>

namespace kessai {

/// A state as shape + word + colour (screens.md, principle 4).
struct Badge
{
    QString word;
    Meaning meaning = Meaning::Closed;
    QColor colour; ///< invalid: the meaning's own; else the shop's, which is made readable
    QString explanation;

    bool operator==(const Badge &) const = default;
};

/// 決済状況. @param linked false: 未連携 where there is no status, else 未確認
Badge badgeOf(const std::optional<PaymentStatus> &status, PaymentMethod method, bool linked);
/// 結果確認中 and 要確認 stand before the status while they last.
Badge badgeOf(OperationState state);
/// 対応状況 in the colours of the shop's master.
Badge badgeOf(OrderStatus status);

} // namespace kessai

Q_DECLARE_METATYPE(kessai::Badge)
