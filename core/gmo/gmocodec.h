#pragma once

#include "core/base/cp932.h"
#include "core/base/result.h"
#include "core/gmo/gatewayanswer.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kessai {

/// The fields of a request in the order of sending.
using FormFields = QList<std::pair<QString, QString>>;

/// An answer cut into its fields (protocol.md §1.3, §1.4).
struct DecodedAnswer
{
    GatewayFields fields;         ///< in the order received, names as received
    QList<GatewayError> errors;   ///< in pairs; the shorter list is filled up with ""
    bool isError = false;         ///< ErrCode or ErrInfo is there
    bool codeListsDiffer = false; ///< ErrCode and ErrInfo are not of one length

    [[nodiscard]] bool has(QLatin1StringView name) const;
    /// The value of a field, its name compared without case; "" when it is not there.
    [[nodiscard]] QString value(QLatin1StringView name) const;
};

/// `ShopID=…&OrderID=…` in CP932, then percent-encoded: digits, ASCII letters and `*-._` stay, space is `+`
/// (protocol.md §1.2). An error names the character that CP932 does not have.
Result<QByteArray, Cp932Error> encodeForm(const FormFields &fields);

/// Percent-encodes bytes that are in the gateway's encoding already, such as a password.
QByteArray formEscaped(const QByteArray &bytes);

/// Strictly CP932, one line of `Key=Value` joined by `&`; line ends after it are dropped, values are kept as
/// they are. Knows the two replies whose values may hold `&` (3-D Secure). The error tells a log in English
/// what is wrong and where: empty, not CP932, not key=value, a key twice.
Result<DecodedAnswer, QString> decodeAnswer(const QByteArray &body);

} // namespace kessai
