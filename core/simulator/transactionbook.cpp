#include "core/simulator/transactionbook.h"

#include "core/base/japantime.h"
#include "core/simulator/japandates.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {
// Where the recordings of 2013 stood; only the steps have a meaning.
constexpr qint64 FirstTranNumber = 198878;
constexpr qint64 FirstApproveNumber = 6416258;
} // namespace

QString TransactionNumbers::tranId(const QDateTime &instant) const
{
    const qint64 number = (FirstTranNumber + m_taken) % 1'000'000;
    return japantime::fromInstant(instant).toString(u"yyMMddHHmm"_s) + QString(12, u'1') +
           u"%1"_s.arg(number, 6, 10, QLatin1Char('0'));
}

QString TransactionNumbers::approve() const
{
    return u"%1"_s.arg((FirstApproveNumber + m_taken) % 10'000'000, 7, 10, QLatin1Char('0'));
}

TransactionBook::TransactionBook(const QString &shopPass, quint32 seed)
    : m_passKey(shopPass.toUtf8()), m_seed(seed)
{
}

const Transaction *TransactionBook::byOrderId(const QString &orderId) const
{
    const auto found = m_byOrderId.constFind(orderId);
    return found == m_byOrderId.constEnd() ? nullptr : &m_transactions.at(*found);
}

const Transaction *TransactionBook::byAccessId(const QString &accessId) const
{
    const auto found = m_byAccessId.constFind(accessId);
    return found == m_byAccessId.constEnd() ? nullptr : &m_transactions.at(*found);
}

const Transaction *TransactionBook::byHandle(const QString &accessId, const QString &pass) const
{
    const Transaction *transaction = byAccessId(accessId);
    return transaction && accessPass(accessId) == pass ? transaction : nullptr;
}

QList<MultiTransaction> TransactionBook::due(const QDateTime &now) const
{
    QList<MultiTransaction> due;
    for (auto entry = m_dueTimes.begin(); entry != m_dueTimes.end() && hasPassed(entry.key(), now); ++entry) {
        due.append(std::get<MultiTransaction>(*byOrderId(entry.value())));
    }
    return due;
}

void TransactionBook::put(const Transaction &transaction)
{
    const TransactionHead &head = headOf(transaction);
    const auto found = m_byOrderId.constFind(head.orderId);
    if (found != m_byOrderId.constEnd()) {
        keepDueTime(&m_transactions.at(*found), transaction);
        m_transactions[*found] = transaction;
        return;
    }
    keepDueTime(nullptr, transaction);
    m_byOrderId.insert(head.orderId, m_transactions.size());
    m_byAccessId.insert(head.accessId, m_transactions.size());
    m_transactions.append(transaction);
}

void TransactionBook::keepDueTime(const Transaction *before, const Transaction &after)
{
    const auto *old = std::get_if<MultiTransaction>(before);
    if (old && old->dueAt.isValid()) {
        m_dueTimes.remove(old->dueAt, old->orderId);
    }
    const auto *fresh = std::get_if<MultiTransaction>(&after);
    if (fresh && fresh->dueAt.isValid()) {
        m_dueTimes.insert(fresh->dueAt, fresh->orderId);
    }
}

QString TransactionBook::nextAccessId(int index) const
{
    const QByteArray text = u"%1 %2"_s.arg(m_seed).arg(m_transactions.size() + index).toLatin1();
    const QByteArray key = QCryptographicHash::hash(text + m_passKey, QCryptographicHash::Sha256);
    return QString::fromLatin1(key.toHex().left(32));
}

QString TransactionBook::accessPass(const QString &accessId) const
{
    const QByteArray code =
        QMessageAuthenticationCode::hash(accessId.toLatin1(), m_passKey, QCryptographicHash::Sha256);
    return QString::fromLatin1(code.toHex().left(32));
}

} // namespace kessai::simulator
