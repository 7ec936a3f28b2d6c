#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace kessai {

/// What came back over the wire, before anybody reads it.
struct WireAnswer
{
    bool bodyOffered = false; ///< the stack has asked for bytes of the request body and got them
    bool complete = false;    ///< the stack reports a whole answer with status 200, within all limits
    std::optional<int> httpStatus;
    QByteArray body;                      ///< never longer than the limit
    std::optional<QDateTime> gatewayDate; ///< the Date header, UTC
    QString problem;                      ///< when not complete: what went wrong, in English, for the log
};

} // namespace kessai
