#include "core/simulator/answerdamage.h"

#include "core/simulator/simulatorclock.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

const QString UnknownWord = u"SUSPENDED"_s;

constexpr const char *MaintenancePage =
    "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><p>The service is "
    "closed.</p></body></html>";

} // namespace

void putSpaceIntoApprove(CallOutcome &outcome)
{
    for (auto &[key, value] : outcome.reply) {
        if (key == "Approve"_L1 && !value.isEmpty()) {
            value[0] = u' ';
            if (outcome.changed) {
                std::get<CardTransaction>(*outcome.changed).approve = value; // only a card's reply has one
            }
        }
    }
}

ReplyFields damaged(ReplyFields fields, const StruckFaults &faults)
{
    if (faults.has(FaultKind::UnknownStatus)) {
        for (auto &[key, value] : fields) {
            value = key == "Status"_L1 ? UnknownWord : value;
        }
    }
    if (faults.has(FaultKind::UnknownKey)) {
        fields.append({u"NewKey"_s, u"1"_s});
    }
    if (const Fault *fault = faults.find(FaultKind::Error)) {
        fields = errorReply(fault->codes);
    }
    if (const Fault *fault = faults.find(FaultKind::UnequalCodes)) {
        fields = errorReply(fault->codes);
        fields.first().second += u"|E01"_s;
    }
    return fields;
}

void damageAnswer(GatewayAnswer &answer, const StruckFaults &faults, const QDateTime &now)
{
    if (faults.has(FaultKind::Crlf)) {
        answer.body += "\r\n";
    }
    if (faults.has(FaultKind::Empty)) {
        answer.body.clear();
    }
    if (faults.hasAny({FaultKind::Html, FaultKind::Status})) {
        answer.body = MaintenancePage;
        answer.contentType = "text/html;charset=UTF-8";
    }
    if (const Fault *fault = faults.find(FaultKind::Status)) {
        answer.status = fault->httpStatus;
    }
    if (faults.has(FaultKind::Redirect)) {
        answer.status = 302;
        answer.location = "/payment/Elsewhere.idPass";
        answer.body.clear();
    }
    if (const Fault *fault = faults.find(FaultKind::WrongDate)) {
        answer.date = toHttpDate(now.addSecs(fault->seconds));
    }
    if (faults.has(FaultKind::NoDate)) {
        answer.date.clear();
    }
}

} // namespace kessai::simulator
