#include "core/simulator/transactionbook.h"

#include "core/base/japantime.h"

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

const CardTransaction *TransactionBook::byOrderId(const QString &orderId) const
{
    const auto found = m_byOrderId.constFind(orderId);
    return found == m_byOrderId.constEnd() ? nullptr : &m_transactions.at(*found);
}

const CardTransaction *TransactionBook::byAccessId(const QString &accessId) const
{
    const auto found = m_byAccessId.constFind(accessId);
    return found == m_byAccessId.constEnd() ? nullptr : &m_transactions.at(*found);
}

const CardTransaction *TransactionBook::byHandle(const QString &accessId, const QString &pass) const
{
    const CardTransaction *transaction = byAccessId(accessId);
    return transaction && accessPass(accessId) == pass ? transaction : nullptr;
}

void TransactionBook::put(const CardTransaction &transaction)
{
    const auto found = m_byOrderId.constFind(transaction.orderId);
    if (found != m_byOrderId.constEnd()) {
        m_transactions[*found] = transaction;
        return;
    }
    m_byOrderId.insert(transaction.orderId, m_transactions.size());
    m_byAccessId.insert(transaction.accessId, m_transactions.size());
    m_transactions.append(transaction);
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
