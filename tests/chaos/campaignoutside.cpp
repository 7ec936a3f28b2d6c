#include "tests/chaos/campaignoutside.h"

#include "core/simulator/simulatorclock.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::LedgerEntry;

namespace {

QString statusOf(const QJsonValue &event)
{
    return event[u"status"_s].toString();
}

bool isFinalWord(const QString &status)
{
    return !status.startsWith(u"REQ"_s);
}

/// Who pays at the store, or can no more, may do so between our read and our cancel.
bool isTouching(const QJsonValue &event)
{
    const QString what = event[u"what"_s].toString();
    if (what == u"time"_s) {
        return statusOf(event) == u"EXPIRED"_s || statusOf(event) == u"PAYFAIL"_s;
    }
    const bool isPaid = statusOf(event) == u"AUTH"_s || statusOf(event) == u"CAPTURE"_s;
    const bool paysOnPage = event[u"does"_s].toString() == u"pay"_s && isPaid;
    return what == u"console"_s || (what == u"shopper"_s && !paysOnPage);
}

} // namespace

CampaignOutside::CampaignOutside(const QJsonArray &events)
{
    for (const auto &event : events) {
        const QString name = event[u"orderId"_s].toString();
        m_events[name].append(event);
        if (!isTouching(event)) {
            continue;
        }
        m_touched.insert(name);
        const QString job = event[u"jobCd"_s].toString();
        if (job == u"VOID"_s || job == u"RETURN"_s) {
            m_cancels[name].append({simulator::fromClockText(event[u"at"_s].toString()),
                                    Yen{event[u"amount"_s].toInteger() + event[u"tax"_s].toInteger()}});
        }
        const QString what = event[u"what"_s].toString();
        m_deeds[what] += what == u"time"_s ? 0 : 1;
    }
    m_deeds.remove(u"time"_s);
}

QString CampaignOutside::finalDayOf(const QString &gatewayOrderId, const QList<LedgerEntry> &requests) const
{
    const auto accepted = std::find_if(requests.begin(), requests.end(), [](const LedgerEntry &request) {
        return request.effect && !isFinalWord(request.effect->value(u"status"_s).toString());
    });
    if (accepted == requests.end()) {
        return {};
    }
    const QString acceptedAt = accepted->effect->value(u"processDate"_s).toString();
    const QList<QJsonValue> events = m_events.value(gatewayOrderId);
    const auto said = std::find_if(events.begin(), events.end(), [&](const QJsonValue &event) {
        return event[u"processDate"_s].toString() >= acceptedAt && isFinalWord(statusOf(event));
    });
    return said == events.end() ? QString() : (*said)[u"processDate"_s].toString().left(8);
}

} // namespace kessai
