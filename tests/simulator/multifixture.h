#pragma once

#include "core/simulator/simulator.h"
#include "tests/simulator/rawclient.h"

#include <QJsonObject>

namespace kessai {

/// A started gateway whose clock stands still, and one order `o-1` of another pay type than card.
class MultiFixture
{
public:
    /// Japan time, `2024-01-15 10:00:00`.
    explicit MultiFixture(const QString &now, simulator::SimulatorOptions options = {});

    void setNow(const QString &now);

    /// A call with ShopID and ShopPass in front; the body of the answer.
    QByteArray call(const QString &name, const QByteArray &fields = {});
    /// A call with the handle and the OrderID of the order too.
    QByteArray onOrder(const QString &name, const QByteArray &fields = {});
    /// What the answer to it says: the ErrInfo, else the Status.
    QString outcome(const QString &name, const QByteArray &fields = {});

    /// The Entry and the Exec call of `Cvs`, `PayEasy`, `Au`, `Docomo`, `Sb` or `RakutenId`; true when both
    /// were accepted.
    bool request(const QString &kind, const QByteArray &entryFields, const QByteArray &execFields);
    /// The fields that an Exec call of the kind needs.
    static QByteArray execFields(const QString &kind);
    /// The order as a seed, and its handle.
    bool seed(simulator::MultiSeed seed);

    /// SearchTradeMulti; one value of it.
    QByteArray search();
    QString shown(const QByteArray &key);
    QString status() { return shown("Status"); }

    /// The control port.
    QJsonObject control(const QString &path, const QByteArray &json, int httpStatus = 200);
    QJsonObject control(const QString &path);
    /// `pay` and so on; the error in words or codes, or empty.
    QString shopper(const QString &does, const QByteArray &more = {});
    QString console(const QString &jobCd, const QByteArray &more = {});

    simulator::MultiTransaction transaction() const
    {
        return *gateway.multiTransaction(QStringLiteral("o-1"));
    }

    bool started = false;
    simulator::Simulator gateway;

private:
    void learnHandle(const QByteArray &body);
    QString act(const QString &path, QByteArray json);

    QByteArray m_handle;
    QByteArray m_payType;
};

/// A test of the terms, one row a point in time: an order that was authorised and perhaps sold, a call at
/// `now`, and its outcome, a status or an ErrInfo. Times are Japan time; `sold` may be empty.
void addTermColumns();
void addTermRow(const char *name, simulator::MultiStatus status, const char *authorized, const char *sold,
                const char *now, const char *call, const char *outcome);
/// Plays the present row with an order of 3,000 yen.
void playTermRow(simulator::PayType payType);

} // namespace kessai
