#include "core/simulator/cardcalls.h"

#include "core/simulator/altercalls.h"
#include "core/simulator/entrycalls.h"
#include "core/simulator/execcalls.h"

#include <QHash>

namespace kessai::simulator::cardcalls {

using namespace Qt::StringLiterals;

namespace {

using Call = CallOutcome (*)(const CallContext &);

const QHash<QString, Call> &table()
{
    static const QHash<QString, Call> calls{
        {u"EntryTran"_s, entryTran},   {u"SearchTrade"_s, searchTrade}, {u"ExecTran"_s, execTran},
        {u"SecureTran"_s, secureTran}, {u"AlterTran"_s, alterTran},     {u"ChangeTran"_s, changeTran},
    };
    return calls;
}

} // namespace

bool knows(const QString &call)
{
    return table().contains(call);
}

CallOutcome run(const QString &call, const CallContext &context)
{
    return table().value(call)(context);
}

bool checkShop(FieldChecker &checker, const CallContext &context)
{
    const QString id = context.fields.value(u"ShopID"_s);
    const QString pass = context.fields.value(u"ShopPass"_s);
    const bool right = id == context.contract.shopId && pass == context.contract.shopPass;
    checker.required(u"ShopID"_s, u"E01010"_s);
    if (id.size() > 13) {
        checker.add(u"E01010008"_s);
    }
    checker.required(u"ShopPass"_s, u"E01020"_s);
    if (pass.size() > 20) {
        checker.add(u"E01020008"_s);
    }
    if (!right && !id.isEmpty() && !pass.isEmpty()) {
        checker.add(u"E01030002"_s);
    }
    return right;
}

const CardTransaction *checkHandle(FieldChecker &checker, const CallContext &context, bool mayLookUp)
{
    checker.handlePart(u"AccessID"_s, u"E01090"_s);
    checker.handlePart(u"AccessPass"_s, u"E01100"_s);
    if (!mayLookUp) {
        return nullptr;
    }
    const CardTransaction *found =
        context.book.byHandle(context.fields.value(u"AccessID"_s), context.fields.value(u"AccessPass"_s));
    if (!found) {
        checker.add(u"E01110002"_s);
    }
    return found;
}

CallOutcome refused(const QStringList &errors, const CallContext &context, const QString &orderId)
{
    CallOutcome outcome;
    outcome.errors = errors;
    outcome.orderId = orderId;
    outcome.numbers = context.book.numbers();
    return outcome;
}

CallOutcome done(const CardTransaction &changed, const TransactionNumbers &numbers)
{
    CallOutcome outcome;
    outcome.orderId = changed.orderId;
    outcome.changed = changed;
    outcome.numbers = numbers;
    return outcome;
}

QString keptPayTimes(const QString &method, const QString &payTimes)
{
    return method == "2"_L1 || method == "4"_L1 ? payTimes : QString();
}

} // namespace kessai::simulator::cardcalls
