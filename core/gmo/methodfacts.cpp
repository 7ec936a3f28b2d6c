#include "core/gmo/methodfacts.h"

#include "core/base/japantime.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kessai {
namespace {

/// Of a day alone its begin.
std::optional<QDateTime> instantFrom(const QString &text)
{
    constexpr qsizetype dayLength = 8;
    return japantime::fromGatewayText(text.size() == dayLength ? text + u"000000"_s : text);
}

QString payMethodFrom(const QString &text)
{
    static const QRegularExpression code(u"\\A[0-9]{2}\\z"_s);
    return code.match(text).hasMatch() ? text : QString();
}

} // namespace

MethodFacts methodFacts(const DecodedAnswer &answer)
{
    MethodFacts facts;
    facts.payBy = japantime::fromGatewayText(answer.value("PaymentTerm"_L1));
    facts.paidAt = japantime::fromGatewayText(answer.value("FinishDate"_L1));
    facts.orderedAt = instantFrom(answer.value("OrderDate"_L1));
    if (const auto completed = instantFrom(answer.value("CompletionDate"_L1))) {
        facts.completedOn = japantime::dayOf(*completed);
    }
    facts.auPayMethod = payMethodFrom(answer.value("AuPayMethod"_L1));
    return facts;
}

} // namespace kessai
