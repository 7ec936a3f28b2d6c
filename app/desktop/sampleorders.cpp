#include "app/desktop/sampleorders.h"

#include "app/desktop/samplemethods.h"
#include "app/desktop/samplepeople.h"
#include "core/base/japantime.h"
#include "core/domain/totals.h"

#include <algorithm>
#include <cmath>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::CardStatus;

namespace {

constexpr int OrderCount = 300;
constexpr int Days = 210;
constexpr qint64 FirstOrder = 1001;
constexpr int CaptureDays = 90;

/// What became of an order of this age.
CardStatus stateFor(int ageDays, QRandomGenerator &dice)
{
    const int chance = dice.bounded(100);
    if (ageDays < 4) {
        return chance < 78 ? CardStatus::Auth : chance < 92 ? CardStatus::Capture : CardStatus::Void;
    }
    if (ageDays < CaptureDays - 14) {
        return chance < 22   ? CardStatus::Auth
               : chance < 80 ? CardStatus::Sales
               : chance < 90 ? CardStatus::Capture
               : chance < 95 ? CardStatus::Void
                             : CardStatus::Return;
    }
    if (ageDays <= CaptureDays + 4) {
        return chance < 55 ? CardStatus::Auth : CardStatus::Sales;
    }
    return chance < 88 ? CardStatus::Sales : chance < 94 ? CardStatus::Returnx : CardStatus::Return;
}

OrderStatus orderStatusFor(CardStatus state, int ageDays, QRandomGenerator &dice)
{
    switch (state) {
    case CardStatus::Sales:
    case CardStatus::Capture:
        return ageDays > 4 || dice.bounded(3) == 0 ? OrderStatus::Delivered : OrderStatus::Paid;
    case CardStatus::Void:
        return OrderStatus::Cancelled;
    case CardStatus::Return:
    case CardStatus::Returnx:
        return dice.bounded(2) == 0 ? OrderStatus::Returned : OrderStatus::Cancelled;
    case CardStatus::Unprocessed:
    case CardStatus::Authenticated:
    case CardStatus::Check:
    case CardStatus::Auth:
    case CardStatus::Sauth:
        return ageDays > 3 && dice.bounded(3) > 0 ? OrderStatus::InProgress : OrderStatus::New;
    }
    return OrderStatus::New;
}

QDateTime soldAtFor(CardStatus state, const QDateTime &orderedAt, const QDateTime &now,
                    QRandomGenerator &dice)
{
    const qint64 hour = 3600;
    if (state == CardStatus::Capture) {
        return orderedAt;
    }
    if (state == CardStatus::Void) {
        return std::min(now, orderedAt.addSecs(hour / 2));
    }
    const qint64 hours = state == CardStatus::Returnx ? 50 * 24 : 20 + dice.bounded(60);
    return std::min(now, orderedAt.addSecs(hours * hour));
}

simulator::TransactionSeed paymentOf(const Order &order, CardStatus state, const QDateTime &now,
                                     QRandomGenerator &dice)
{
    simulator::TransactionSeed seed;
    const QString when = japantime::fromInstant(*order.orderedAt).toString(u"ddHHmmss"_s);
    seed.orderId = u"%1-%2"_s.arg(order.shopOrderId).arg(when);
    seed.status = state;
    seed.amount = order.totals.payableTotal;
    seed.authorizedAt = *order.orderedAt;
    seed.soldAt = soldAtFor(state, *order.orderedAt, now, dice);
    return seed;
}

void fillPeople(Order &order, QRandomGenerator &dice)
{
    order.customer = samplePerson(dice);
    order.mailAddress = u"customer%1@example.jp"_s.arg(order.shopOrderId);
    if (dice.bounded(8) == 0) {
        order.message = u"のし紙をお願いします。"_s;
    }
    Shipment shipment;
    shipment.recipient = dice.bounded(6) == 0 ? samplePerson(dice) : order.customer;
    shipment.deliveryName = u"サンプル業者"_s;
    order.shipments = {shipment};
}

void fillTotals(Order &order, QRandomGenerator &dice)
{
    order.items = sampleItems(dice);
    const ComputedTotals totals = computeTotals(order.items);
    order.totals.subtotal = totals.subtotal;
    order.totals.deliveryFee = totals.deliveryFee;
    order.totals.total = totals.payableTotal;
    order.totals.payableTotal = totals.payableTotal;
}

void ship(Order &order, const QDateTime &now, QRandomGenerator &dice)
{
    if (order.status != OrderStatus::Delivered && order.status != OrderStatus::Returned) {
        return;
    }
    order.shipments.first().shippedAt = std::min(now, order.orderedAt->addDays(2));
    order.shipments.first().trackingNumber =
        u"4012-%1-%2"_s.arg(dice.bounded(1000, 9999)).arg(dice.bounded(1000, 9999));
}

/// When the orders came, oldest first. More of the young ones, as a shop's list looks: the share of the way
/// back grows faster than the number.
QList<QDateTime> orderTimes(const QDateTime &now, QRandomGenerator &dice)
{
    QList<QDateTime> times;
    for (int number = 0; number < OrderCount; ++number) {
        const double share = double(OrderCount - number) / OrderCount;
        const QDate day = japantime::dayOf(now).addDays(-int(Days * std::pow(share, 1.7)));
        QDateTime at =
            japantime::instantOf(day, QTime(dice.bounded(8, 23), dice.bounded(60), dice.bounded(60)));
        while (at >= now) {
            at = at.addDays(-1);
        }
        times.append(at);
    }
    std::sort(times.begin(), times.end());
    return times;
}

SampleOrder sampleOrder(int number, const QDateTime &orderedAt, const QDateTime &now, QRandomGenerator &dice)
{
    SampleOrder sample;
    Order &order = sample.order;
    const int ageDays = int(japantime::dayOf(orderedAt).daysTo(japantime::dayOf(now)));
    order.shopOrderId = FirstOrder + number;
    order.orderNumber = QString::number(order.shopOrderId);
    order.orderedAt = orderedAt;
    fillPeople(order, dice);
    fillTotals(order, dice);
    if (dice.bounded(12) == 0) {
        order.methodName = u"銀行振込"_s;
        order.status = ageDays > 5 ? OrderStatus::Delivered : OrderStatus::New;
    } else {
        order.method = PaymentMethod::Card;
        order.methodName = u"GMOクレジット決済"_s;
        const CardStatus state = stateFor(ageDays, dice);
        order.status = orderStatusFor(state, ageDays, dice);
        sample.payments.append(paymentOf(order, state, now, dice));
        sample.linked = number % 67 != 5;
        sample.willBeRefused = state == CardStatus::Auth && number % 29 == 3;
    }
    if (order.status == OrderStatus::Paid || order.status == OrderStatus::Delivered) {
        order.paidAt = std::min(now, order.orderedAt->addDays(1));
    }
    ship(order, now, dice);
    return sample;
}

/// The shopper bought more, or something was taken off, after the authorisation.
void makeDifferent(SampleOrder &sample, int number)
{
    const bool open = !sample.payments.isEmpty() && sample.payments.first().status == CardStatus::Auth;
    if (open && number % 17 == 4) {
        const Yen moved{number % 2 == 0 ? 500 : -300};
        sample.order.totals.payableTotal += moved;
        sample.order.totals.total += moved;
    }
}

/// One buyer pressed the shop's button twice.
void payTwice(QList<SampleOrder> &samples)
{
    for (qsizetype i = samples.size() - 8; i > 0; --i) {
        QList<simulator::TransactionSeed> &payments = samples[i].payments;
        if (samples.at(i).linked && !payments.isEmpty() && payments.first().status == CardStatus::Auth) {
            simulator::TransactionSeed second = payments.first();
            second.orderId += u"2"_s;
            payments.append(second);
            return;
        }
    }
}

/// What staff see seldom: a payment that was begun only, one that stands at the card's 3-D Secure page, the
/// two kinds of check of a card, and an order that was cancelled while its payment was forgotten.
void showSeldomCases(QList<SampleOrder> &samples)
{
    QList<CardStatus> states{CardStatus::Unprocessed, CardStatus::Authenticated, CardStatus::Sauth,
                             CardStatus::Check, CardStatus::Auth};
    for (qsizetype i = samples.size() - 20; i > 0 && !states.isEmpty(); --i) {
        SampleOrder &sample = samples[i];
        const bool plain = sample.linked && !sample.willBeRefused && sample.payments.size() == 1 &&
                           sample.payments.first().status == CardStatus::Auth;
        if (!plain) {
            continue;
        }
        const CardStatus state = states.takeFirst();
        sample.payments.first().status = state;
        const bool begun = state == CardStatus::Unprocessed || state == CardStatus::Authenticated;
        sample.order.status = begun                       ? OrderStatus::Pending
                              : state == CardStatus::Auth ? OrderStatus::Cancelled
                                                          : OrderStatus::New;
    }
}

} // namespace

QList<SampleOrder> sampleOrders(const QDateTime &now)
{
    QRandomGenerator dice(20201203);
    QList<SampleOrder> samples;
    const QList<QDateTime> times = orderTimes(now, dice);
    for (int number = 0; number < OrderCount; ++number) {
        SampleOrder sample = sampleOrder(number, times.at(number), now, dice);
        makeDifferent(sample, number);
        samples.append(sample);
    }
    payTwice(samples);
    showSeldomCases(samples);
    payOtherwise(samples, now);
    return samples;
}

} // namespace kessai
