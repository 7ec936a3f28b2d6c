#include "core/base/japantime.h"
#include "ui/payments/paymentpanelmodel.h"
#include "ui/text/formats.h"

// Until when something can be done with the payment: the panel's rows of deadlines.

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int NearDays = 14; ///< design.md §6 "Deadlines"

QDate dayOf(const std::optional<QDateTime> &instant)
{
    return instant ? japantime::dayOf(*instant) : QDate();
}

/// Words say it too: あと 3日, 2日超過. What only ends by itself is no alarm.
Tone toneOf(const PaymentPanelModel::Term &term, const QDateTime &now)
{
    if (term.last.isOver(now)) {
        return term.lapsingHurts ? Tone::Alarm : Tone::Quiet;
    }
    return japantime::dayOf(now).daysTo(term.last.day) <= NearDays ? Tone::Work : Tone::Plain;
}

std::optional<DaysGone> daysGoneOf(const PaymentPanelModel::Term &term, const QDate &today)
{
    if (!term.from.isValid() || term.from >= term.last.day) {
        return std::nullopt;
    }
    const int all = int(term.from.daysTo(term.last.day));
    return DaysGone{std::clamp(int(term.from.daysTo(today)), 0, all), all};
}

} // namespace

QList<PaymentPanelModel::Term> PaymentPanelModel::terms() const
{
    const PaymentFacts *facts = current();
    if (!facts || !facts->payment.known || !facts->findings.isEmpty()) {
        return {};
    }
    const Payment &payment = facts->payment;
    const Deadlines deadlines = deadlinesOf(payment, m_facts.rules);
    const QDate processed = dayOf(japantime::fromGatewayText(payment.known->processDate));
    QList<Term> terms;
    if (deadlines.captureBy) {
        const QDate authorized = payment.authorizedAt ? dayOf(payment.authorizedAt) : processed;
        terms.append({u"captureBy"_s, tr("売上期限"), *deadlines.captureBy, authorized, true});
    }
    if (deadlines.payBy) {
        terms.append({u"payBy"_s, tr("お支払期限"), *deadlines.payBy, processed, true});
        return terms; // the cancel ends with it, whatever its own last day is
    }
    const bool together = deadlines.cancelBy == deadlines.changeBy;
    if (deadlines.cancelBy) {
        terms.append({u"cancelBy"_s, together ? tr("変更・取消期限") : tr("取消期限"), *deadlines.cancelBy,
                      processed});
    }
    if (deadlines.changeBy && !together) {
        terms.append({u"changeBy"_s, tr("変更期限"), *deadlines.changeBy, processed});
    }
    return terms;
}

void PaymentPanelModel::addTermRows(QList<PanelRow> &rows) const
{
    const QList<Term> all = terms();
    for (const Term &term : all) {
        PanelRow row{
            term.key, term.caption,
            tr("%1（%2）")
                .arg(Formats::deadline(term.last), Formats::timeLeft(term.last, m_facts.gatewayNow))};
        row.tone = toneOf(term, m_facts.gatewayNow);
        row.daysGone = daysGoneOf(term, today());
        rows.append(row);
    }
}

} // namespace kessai
