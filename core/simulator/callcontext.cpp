#include "core/simulator/callcontext.h"

#include <QCryptographicHash>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

CallOutcome refused(const QStringList &errors, const CallContext &context, const QString &orderId)
{
    CallOutcome outcome;
    outcome.errors = errors;
    outcome.orderId = orderId;
    outcome.numbers = context.book.numbers();
    return outcome;
}

CallOutcome done(const Transaction &changed, const TransactionNumbers &numbers)
{
    CallOutcome outcome;
    outcome.orderId = headOf(changed).orderId;
    outcome.changed = changed;
    outcome.numbers = numbers;
    return outcome;
}

void takeClientFields(TransactionHead &transaction, const FormFields &fields)
{
    transaction.clientFields = {fields.value(u"ClientField1"_s), fields.value(u"ClientField2"_s),
                                fields.value(u"ClientField3"_s)};
    transaction.returnsClientFields = fields.value(u"ClientFieldFlag"_s) == "1"_L1;
}

void addClientFields(ReplyFields &reply, const TransactionHead &transaction)
{
    if (transaction.returnsClientFields) {
        reply.append({u"ClientField1"_s, transaction.clientFields.at(0)});
        reply.append({u"ClientField2"_s, transaction.clientFields.at(1)});
        reply.append({u"ClientField3"_s, transaction.clientFields.at(2)});
    }
}

QString checkString(const QStringList &values, const GatewayContract &contract)
{
    const QString text = values.join(QString()) + contract.shopPass;
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Md5).toHex());
}

} // namespace kessai::simulator
