#include "tests/domain/gatewaylife.h"

#include "core/base/japantime.h"
#include "core/domain/paymentrules.h"
#include "core/simulator/carrierpage.h"
#include "core/simulator/cashrules.h"
#include "tests/domain/gatewayreading.h"

namespace kessai {

using namespace Qt::StringLiterals;
using namespace simulator;

namespace {

constexpr int DaySeconds = 24 * 60 * 60;

PayType payTypeOfMethod(PaymentMethod method)
{
    return *payTypeFromNumber(payTypeOf(method));
}

bool isCash(PaymentMethod method)
{
    return method == PaymentMethod::ConvenienceStore || method == PaymentMethod::PayEasyAtm ||
           method == PaymentMethod::PayEasyNet;
}

std::optional<QDateTime> secondOf(const QDateTime &instant)
{
    return instant.isValid() ? japantime::fromGatewayText(japantime::toGatewayText(instant)) : std::nullopt;
}

} // namespace

GatewayLife::GatewayLife(PaymentMethod method, QRandomGenerator &random, const CardRules &rules)
    : m_random(random), m_rules(rules)
{
    m_payment.method = method;
    const QDate day = QDate(2023, 1, 1).addDays(m_random.bounded(3 * 365));
    const QDate near = m_random.bounded(3) ? day : QDate(day.year(), day.month(), day.daysInMonth());
    const int second =
        m_random.bounded(4) ? m_random.bounded(DaySeconds) : oneOf<int>({0, 72'000, 72'001, 86'399});
    m_now = japantime::instantOf(near, QTime(0, 0).addSecs(second));
}

void GatewayLife::live()
{
    if (m_payment.method == PaymentMethod::Card) {
        enterCard();
    } else if (isCash(m_payment.method)) {
        enterCash();
    } else {
        enterAtCarrier();
    }
    for (int steps = m_random.bounded(4); steps > 0; --steps) {
        if (m_random.bounded(4)) {
            read();
        }
        pass();
        if (m_payment.method == PaymentMethod::Card) {
            stepOfCard();
        } else if (isCash(m_payment.method)) {
            stepOfCash();
        } else if (m_payment.method == PaymentMethod::Rakuten) {
            stepOfWallet();
        } else {
            stepOfCarrier();
        }
    }
    read();
}

/// Often the same day or the next one, sometimes into another month.
void GatewayLife::pass()
{
    const int days = oneOf<int>({0, 0, 0, 1, 2, 20, 31, 60});
    m_now = m_now.addSecs(qint64(days) * DaySeconds + m_random.bounded(DaySeconds / 4));
}

void GatewayLife::enterCard()
{
    CardTransaction card;
    card.entryJob =
        oneOf<CardStatus>({CardStatus::Auth, CardStatus::Auth, CardStatus::Auth, CardStatus::Capture,
                           CardStatus::Capture, CardStatus::Check, CardStatus::Sauth});
    card.lastJob = card.entryJob;
    card.amount = Yen{100 + m_random.bounded(9'000)};
    card.tax = Yen{oneOf<int>({0, 0, 50})};
    card.processedAt = m_now;
    if (m_random.bounded(12)) {
        cardrules::execute(card, m_now, m_numbers);
    }
    m_transaction = card;
}

void GatewayLife::enterCash()
{
    MultiTransaction multi;
    multi.payType = payTypeOfMethod(m_payment.method);
    multi.amount = Yen{100 + m_random.bounded(9'000)};
    multi.processedAt = m_now;
    if (m_random.bounded(12)) {
        cashrules::request(multi, m_now, oneOf<int>({3, 10, 200}));
    }
    m_transaction = multi;
}

void GatewayLife::enterAtCarrier()
{
    MultiTransaction multi;
    multi.payType = payTypeOfMethod(m_payment.method);
    multi.entryJob = m_random.bounded(3) ? MultiStatus::Auth : MultiStatus::Capture;
    multi.lastJob = multi.entryJob;
    multi.amount = Yen{500 + m_random.bounded(9'000)};
    multi.tax = Yen{oneOf<int>({0, 0, 50})};
    multi.processedAt = m_now;
    const int way = m_random.bounded(16);
    if (way > 0) {
        carrierpage::request(multi, m_now, 120);
    }
    if (way == 2) {
        carrierpage::begin(multi, m_now);
    } else if (way == 3) {
        carrierpage::giveUp(multi, m_now);
    } else if (way == 4) {
        carrierpage::expire(multi, m_now);
    } else if (way > 4) {
        carrierpage::pay(multi, m_now, oneOf<QString>({u"01"_s, u"02"_s, u"03"_s}));
    }
    m_transaction = multi;
}

void GatewayLife::read()
{
    m_payment.known = snapshotOf(m_transaction);
    const Snapshot &shown = *m_payment.known;
    const AuthorizationTimes times =
        learnTimes({m_payment.authorizedAt, m_payment.authorizedTranId, m_payment.soldAt}, shown.status,
                   shown.tranId, shown.processDate);
    m_payment.authorizedAt = times.authorizedAt;
    m_payment.authorizedTranId = times.authorizedTranId;
    m_payment.soldAt = times.soldAt;
    if (const auto *multi = std::get_if<MultiTransaction>(&m_transaction)) {
        m_payment.facts = factsOf(*multi);
    }
}

void GatewayLife::goOnTo(const QDateTime &now)
{
    if (auto *multi = std::get_if<MultiTransaction>(&m_transaction)) {
        const bool due = multi->dueAt.isValid() && multi->dueAt < now;
        if (due && isCash(m_payment.method)) {
            cashrules::expire(*multi, multi->dueAt.addSecs(1));
        } else if (due) {
            carrierpage::expire(*multi, multi->dueAt.addSecs(1));
        }
    }
    read();
}

Payment GatewayLife::rightlyDated() const
{
    Payment payment = m_payment;
    payment.authorizedAt = secondOf(head().authorizedAt);
    payment.soldAt = secondOf(head().soldAt);
    return payment;
}

bool GatewayLife::isDatedRightly() const
{
    const Payment right = rightlyDated();
    return m_payment.authorizedAt == right.authorizedAt && m_payment.soldAt == right.soldAt;
}

} // namespace kessai
