#include "ui/payments/closingnotice.h"

#include "core/base/japantime.h"
#include "core/domain/closingdate.h"
#include "ui/text/formats.h"

#include <QCoreApplication>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClosingNotice)
};

constexpr qsizetype NamedCompanies = 3;

QString named(const QList<ClosingDay> &days)
{
    QStringList names;
    for (const ClosingDay &day : days.first(std::min(days.size(), NamedCompanies))) {
        names.append(Text::tr("%1 %2").arg(day.company, Formats::day(day.day)));
    }
    const QString text = names.join(Text::tr("、"));
    const int more = int(days.size() - names.size());
    return more > 0 ? Text::tr("%1 ほか%n社", nullptr, more).arg(text) : text;
}

QString nextSentence(const ClosingDay &next, const QDate &today)
{
    const int days = int(today.daysTo(next.day));
    return (days == 0 ? Text::tr("今日が締め日です（%1）。")
                      : Text::tr("次の締め日まで %n日（%1）。", nullptr, days))
        .arg(named({next}));
}

} // namespace

std::optional<ClosingDay> nextClosing(const QList<ClosingDate> &dates, const QDate &today)
{
    std::optional<ClosingDay> next;
    for (const ClosingDate &date : dates) {
        const QDate day = nextClosingDate(date.day, today);
        if (!next || day < next->day) {
            next = ClosingDay{date.company, day};
        }
    }
    return next;
}

QList<ClosingDay> closedSince(const QList<ClosingDate> &dates, const QDate &soldOn, const QDate &today)
{
    QList<ClosingDay> closed;
    for (const ClosingDate &date : dates) {
        const QDate first = nextClosingDate(date.day, soldOn);
        if (first < today) {
            closed.append({date.company, first});
        }
    }
    return closed;
}

QString closingNotice(const OrderFacts &facts, const PaymentFacts *payment)
{
    if (!payment || !payment->payment.known || payment->payment.method != PaymentMethod::Card) {
        return {};
    }
    const QString &word = payment->payment.known->status;
    const bool sold = word == u"SALES" || word == u"CAPTURE";
    const QDate today = japantime::dayOf(facts.gatewayNow);
    const auto next = nextClosing(facts.closingDates, today);
    if (!next || (!sold && word != u"AUTH")) {
        return {};
    }
    const auto &soldAt = payment->payment.soldAt;
    const QList<ClosingDay> closed = sold && soldAt
                                         ? closedSince(facts.closingDates, japantime::dayOf(*soldAt), today)
                                         : QList<ClosingDay>();
    const QString settledLater =
        closed.isEmpty()
            ? QString()
            : Text::tr("売上のあとの締め日を過ぎています（%1）。差額の精算は翌月以降になることがあります。")
                  .arg(named(closed));
    return Formats::sentences({settledLater, nextSentence(*next, today)});
}

} // namespace kessai
