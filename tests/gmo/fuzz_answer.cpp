#include "core/gmo/answerreader.h"

#include <cstddef>
#include <cstdint>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds) {
        __builtin_trap();
    }
}

WireAnswer wireWith(const QByteArray &body)
{
    WireAnswer wire;
    wire.bodyOffered = true;
    wire.complete = true;
    wire.httpStatus = 200;
    wire.body = body;
    return wire;
}

void readAsMutations(const WireAnswer &wire, const AccessKey &ours, const QString &orderId)
{
    const PreparedRequest card{GatewayCall::AlterTran, {}, {}, ours, {}};
    const MutationAnswer ofCard = readMutation(wire, card, ErrorTable::embedded());
    require(ofCard.answerClass != AnswerClass::Success || wire.body.contains(ours.accessId.toLatin1()));
    for (const MethodRule &rule : methodRules()) {
        if (rule.method == PaymentMethod::Card) {
            continue;
        }
        const PreparedRequest sent{rule.call, {}, {}, ours, orderId};
        const MutationAnswer answer = readMutation(wire, sent, ErrorTable::embedded());
        require(answer.answerClass != AnswerClass::Success ||
                (wire.body.contains(orderId.toLatin1()) && !answer.status.isEmpty()));
    }
}

void readAsInquiries(const WireAnswer &wire, const QString &orderId)
{
    const QByteArray folded = wire.body.toLower();
    for (const PaymentMethod method : gatewayMethods()) {
        const InquiryAnswer read = readInquiry(wire, orderId, method, ErrorTable::embedded());
        if (read.outcome != InquiryAnswer::Outcome::Read) {
            continue;
        }
        const bool named = method == PaymentMethod::Card || folded.contains("&orderid=");
        require(!named || wire.body.contains(orderId.toLatin1()));
        require(!folded.contains("&paytype=") || folded.contains("paytype=" + payTypeOf(method).toLatin1()));
    }
}

} // namespace

/// libFuzzer: any bytes may come from the gateway. The readers must not crash, and must not see a success in
/// an answer that does not name our handle or order, nor a state in that of another order or method.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const AccessKey ours{u"9e6c3b46f7fd03ac22693b335286e622"_s, u"faec7412b6090024b0a700cd0218a0f5"_s};
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const WireAnswer wire = wireWith(body);
    readAsMutations(wire, ours, u"272-03132123"_s);
    readAsInquiries(wire, u"272-03132123"_s);
    return 0;
}
