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

} // namespace kessai
