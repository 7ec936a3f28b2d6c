#pragma once

#include "core/base/yen.h"
#include "core/domain/journalrules.h"
#include "core/domain/payment.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>
#include <utility>

namespace kessai {

/// One ErrCode/ErrInfo pair (protocol.md §1.4).
struct GatewayError
{
    QString code; ///< ErrCode, short class
    QString info; ///< ErrInfo, the exact code of nine characters
    bool operator==(const GatewayError &) const = default;
};

/// Ordered key=value pairs of an answer, already decoded.
using GatewayFields = QList<std::pair<QString, QString>>;

/// The handle of a transaction: in memory for one attempt only, never stored, logged or shown.
struct AccessKey
{
    QString accessId;
    QString accessPass;
};

/// What is kept of any exchange as evidence; holds no secret.
struct ExchangeRecord
{
    std::optional<int> httpStatus;
    bool bodyOffered = false;
    QList<GatewayError> errors;
    GatewayFields fields; ///< whitelisted fields only (no AccessID, AccessPass, CardNo, MemberID, ShopPass)
    QString detail;       ///< for the log: what went wrong on the wire, in English; never a secret
    std::optional<QDateTime> gatewayDate; ///< the Date header, UTC
};

/// Answer to an inquiry.
struct InquiryAnswer
{
    enum class Outcome {
        Read,         ///< snapshot and access are set
        UnknownOrder, ///< the gateway does not know the OrderID (E01110002; M01004002 of another method)
        Unreadable,   ///< no answer, or one that cannot be trusted
        ShopRefused,  ///< shop id, password or contract (BREAKER)
        NotSent,      ///< connection refused, unknown host, TLS failed: gateway unusable
        Busy,         ///< E92: too many at once, wait and repeat
    };
    Outcome outcome = Outcome::Unreadable;
    Snapshot snapshot;
    AccessKey access;
    QString jobCd;
    QString methodCode;
    QString payTimes;
    QString forward;
    QString maskedCardNumber; ///< shown only in its masked form
    MethodFacts facts{};      ///< of the other methods
    GatewayFields numbers{};  ///< what staff ask for by number or code (paymentNumbers of gmo), none empty
    ExchangeRecord record;
};

/// Answer to a mutating request (journal.md §7).
struct MutationAnswer
{
    AnswerClass answerClass = AnswerClass::Ambiguous;
    bool shopLevelRefusal = false; ///< unknown shop, wrong password, no contract: pauses the whole run
    bool unknownCode = false;      ///< a code matched by `*` only: reported
    QString status;                ///< the other methods': the word that they answer; "" of a card
    QString tranId;
    QString tranDate;
    QString approve;
    QString forward;
    ExchangeRecord record;
};

} // namespace kessai
