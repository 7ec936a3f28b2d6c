#include "core/simulator/cardcalls.h"

namespace kessai::simulator::cardcalls {

using namespace Qt::StringLiterals;

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
    const auto *found = std::get_if<CardTransaction>(
        context.book.byHandle(context.fields.value(u"AccessID"_s), context.fields.value(u"AccessPass"_s)));
    if (!found) {
        checker.add(u"E01110002"_s);
    }
    return found;
}

QString keptPayTimes(const QString &method, const QString &payTimes)
{
    return method == "2"_L1 || method == "4"_L1 ? payTimes : QString();
}

} // namespace kessai::simulator::cardcalls
