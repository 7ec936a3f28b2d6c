#include "core/simulator/multicalls.h"

#include <QCryptographicHash>

namespace kessai::simulator::multicalls {

using namespace Qt::StringLiterals;

namespace {

/// The codes for "no such transaction" are the best match of GMO's list, not recorded.
const MultiTransaction *lookUp(MultiFieldChecker &checker, const CallContext &context, PayType payType)
{
    const auto *found = std::get_if<MultiTransaction>(
        context.book.byHandle(context.fields.value(u"AccessID"_s), context.fields.value(u"AccessPass"_s)));
    if (!found || found->payType != payType) {
        checker.add(u"M01058002"_s);
        return nullptr;
    }
    if (found->orderId != context.fields.value(u"OrderID"_s)) {
        checker.add(u"M01004002"_s);
    }
    return found;
}

QByteArray hashOf(const MultiTransaction &transaction, const char *what)
{
    return QCryptographicHash::hash(transaction.orderId.toLatin1() + what, QCryptographicHash::Sha512);
}

} // namespace

CallOutcome run(const CallContext &context, const MultiCall &call)
{
    MultiFieldChecker checker(context.fields);
    const bool knownShop = checker.shop(context.contract);
    checker.handle();
    checker.orderId();
    call.check(checker);
    const MultiTransaction *found = knownShop ? lookUp(checker, context, call.payType) : nullptr;
    const QString orderId = found ? found->orderId : QString();
    if (!checker.ok()) {
        return refused(checker.errors(), context, orderId);
    }
    if (!context.inWork.isEmpty()) {
        return refused({context.inWork}, context, orderId);
    }
    MultiTransaction transaction = *found;
    const QString refusal = call.work(transaction);
    if (!refusal.isEmpty()) {
        return refused({refusal}, context, orderId);
    }
    CallOutcome outcome = done(transaction, context.book.numbers());
    outcome.reply = call.reply(transaction);
    return outcome;
}

Yen yenIn(const FormFields &fields, const QString &name)
{
    return yenFromDigits(fields.value(name)).value_or(Yen{});
}

QString digitsOf(const MultiTransaction &transaction, const char *what, int count)
{
    const QByteArray hash = hashOf(transaction, what);
    QString digits;
    for (int index = 0; index < count; ++index) {
        digits.append(QChar(u'0' + quint8(hash.at(index)) % 10));
    }
    return digits;
}

QString base64Of(const MultiTransaction &transaction, const char *what, int bytes)
{
    return QString::fromLatin1(hashOf(transaction, what).left(bytes).toBase64());
}

} // namespace kessai::simulator::multicalls
