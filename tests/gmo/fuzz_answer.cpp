#include "core/gmo/answerreader.h"

#include <cstddef>
#include <cstdint>

using namespace kessai;
using namespace Qt::StringLiterals;

/// libFuzzer: any bytes may come from the gateway. The readers must not crash, and must not see a success in
/// an answer that does not name our handle.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const AccessKey ours{u"9e6c3b46f7fd03ac22693b335286e622"_s, u"faec7412b6090024b0a700cd0218a0f5"_s};
    WireAnswer wire;
    wire.bodyOffered = true;
    wire.complete = true;
    wire.httpStatus = 200;
    wire.body = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const MutationAnswer sent = readMutation(wire, ours, ErrorTable::embedded());
    if (sent.answerClass == AnswerClass::Success && !wire.body.contains(ours.accessId.toLatin1())) {
        __builtin_trap();
    }
    const InquiryAnswer read = readInquiry(wire, u"272-03132123"_s, ErrorTable::embedded());
    if (read.outcome == InquiryAnswer::Outcome::Read && !wire.body.contains("272-03132123")) {
        __builtin_trap();
    }
    return 0;
}
