#include "core/simulator/fault.h"

#include "core/simulator/wordtable.h"

#include <QJsonArray>

#include <array>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Names = std::to_array<Word<FaultKind>>({
    {FaultKind::DelayBefore, "delayBefore"_L1},
    {FaultKind::DelayAfter, "delayAfter"_L1},
    {FaultKind::DropBefore, "dropBefore"_L1},
    {FaultKind::DropAfter, "dropAfter"_L1},
    {FaultKind::ResetBefore, "resetBefore"_L1},
    {FaultKind::ResetAfter, "resetAfter"_L1},
    {FaultKind::CutAfter, "cutAfter"_L1},
    {FaultKind::Error, "error"_L1},
    {FaultKind::UnequalCodes, "unequalCodes"_L1},
    {FaultKind::Status, "status"_L1},
    {FaultKind::Html, "html"_L1},
    {FaultKind::Empty, "empty"_L1},
    {FaultKind::Huge, "huge"_L1},
    {FaultKind::Drip, "drip"_L1},
    {FaultKind::Redirect, "redirect"_L1},
    {FaultKind::Crlf, "crlf"_L1},
    {FaultKind::UnknownKey, "unknownKey"_L1},
    {FaultKind::UnknownStatus, "unknownStatus"_L1},
    {FaultKind::SpaceApprove, "spaceApprove"_L1},
    {FaultKind::WrongDate, "wrongDate"_L1},
    {FaultKind::NoDate, "noDate"_L1},
    {FaultKind::StaleRead, "staleRead"_L1},
    {FaultKind::Duplicate, "duplicate"_L1},
    {FaultKind::TlsFailure, "tlsFailure"_L1},
});

QString callFrom(const QJsonObject &json)
{
    QString call = json.value(u"call"_s).toString();
    if (call.endsWith(".idPass"_L1)) {
        call.chop(7);
    }
    return call == "*"_L1 ? QString() : call;
}

/// `"codes":["E91099999"]`, or one text, also with `|`.
QStringList codesFrom(const QJsonValue &value, const QStringList &otherwise)
{
    QStringList codes;
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const auto &code : list) {
        codes += code.toString().split(u'|', Qt::SkipEmptyParts);
    }
    return codes.isEmpty() ? otherwise : codes;
}

std::optional<int> countFrom(const QJsonObject &json, const QString &name)
{
    return json.contains(name) ? std::optional(json.value(name).toInt()) : std::nullopt;
}

QString wrongIn(const Fault &fault)
{
    const int choices =
        int(fault.nth.has_value()) + int(fault.times.has_value()) + int(fault.probability.has_value());
    if (choices > 1) {
        return u"Give one of nth, times and probability, not several."_s;
    }
    if ((fault.nth && *fault.nth < 1) || (fault.times && *fault.times < 1)) {
        return u"nth and times are whole numbers from 1."_s;
    }
    if (fault.probability && (*fault.probability < 0 || *fault.probability > 1)) {
        return u"probability is a number from 0 to 1."_s;
    }
    if (fault.ms < 0 || fault.bytes < 0) {
        return u"ms and bytes are not negative."_s;
    }
    if (fault.httpStatus < 200 || fault.httpStatus > 599) {
        return u"n of a status fault is an HTTP status from 200 to 599."_s;
    }
    // Another call would move money twice, which nobody can tell from outside (journal.md §2 A3).
    if (fault.kind == FaultKind::Duplicate && fault.call != "AlterTran"_L1) {
        return u"duplicate is for the call AlterTran only."_s;
    }
    const bool narrowed = !fault.call.isEmpty() || !fault.orderId.isEmpty() || !fault.jobCd.isEmpty();
    if (fault.kind == FaultKind::TlsFailure && narrowed) {
        return u"tlsFailure comes before any call, orderId or jobCd is known."_s;
    }
    return {};
}

} // namespace

QString faultName(FaultKind kind)
{
    return wordFor(Names, kind);
}

Result<Fault, QString> faultFromJson(const QJsonObject &json)
{
    const QString name = json.value(u"fault"_s).toString();
    const auto kind = valueFor<FaultKind>(Names, name);
    if (!kind) {
        return failure(u"There is no fault \"%1\"."_s.arg(name));
    }
    Fault fault;
    fault.kind = *kind;
    fault.call = callFrom(json);
    fault.orderId = json.value(u"orderId"_s).toString();
    fault.jobCd = json.value(u"jobCd"_s).toString();
    fault.nth = countFrom(json, u"nth"_s);
    fault.times = countFrom(json, u"times"_s);
    if (json.contains(u"probability"_s)) {
        fault.probability = json.value(u"probability"_s).toDouble(-1);
    }
    fault.ms = json.value(u"ms"_s).toInt(fault.ms);
    fault.bytes = json.value(u"bytes"_s).toInt(fault.bytes);
    fault.httpStatus = json.value(u"n"_s).toInt(json.value(u"status"_s).toInt(fault.httpStatus));
    fault.codes = codesFrom(json.value(u"codes"_s), fault.codes);
    fault.seconds = json.value(u"seconds"_s).toInteger(fault.seconds);
    fault.effect = json.value(u"effect"_s).toBool();
    const QString wrong = wrongIn(fault);
    if (!wrong.isEmpty()) {
        return failure(wrong);
    }
    return fault;
}

} // namespace kessai::simulator
