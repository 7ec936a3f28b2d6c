#include "core/domain/phonesummary.h"

#include "core/base/japantime.h"
#include "core/base/sentence.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Foreign texts may have line breaks: the summary has five lines whatever they say.
QString plain(const QString &text)
{
    return text.simplified();
}

QString dayText(const QDate &day)
{
    return day.toString(u"yyyy/MM/dd"_s);
}

/// With the time where it is not the end of its day.
QString deadlineText(const Deadline &last)
{
    return dayText(last.day) + (last.hasTime() ? last.second.toString(u" HH:mm"_s) : QString());
}

/// The parts that there are, side by side.
QString sideBySide(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u'　');
}

QString buyerLine(const Order &order)
{
    const QString kana = plain(order.customer.familyKana + u' ' + order.customer.givenKana);
    const QString name = plain(order.customer.fullName());
    return sideBySide(
        {Sentence::tr("注文番号 %1").arg(plain(order.orderNumber)),
         order.orderedAt ? japantime::fromInstant(*order.orderedAt).toString(u"yyyy/MM/dd HH:mm"_s)
                         : QString(),
         kana.isEmpty() ? Sentence::tr("%1様").arg(name) : Sentence::tr("%1様（%2）").arg(name, kana),
         plain(order.customer.companyName)});
}

QString contactLine(const Order &order)
{
    const QString phone = plain(order.customer.phoneNumber);
    const QString mail = plain(order.mailAddress);
    return sideBySide(
        {phone.isEmpty() ? Sentence::tr("電話番号なし") : Sentence::tr("電話 %1").arg(phone),
         mail.isEmpty() ? Sentence::tr("メールアドレスなし") : Sentence::tr("メール %1").arg(mail)});
}

QString goodsLine(const Order &order)
{
    QStringList goods;
    for (const OrderItem &item : order.items) {
        if (item.type == OrderItemType::Goods) {
            goods.append(
                Sentence::tr("%1 × %2").arg(plain(item.productName), QString::number(item.quantity)));
        }
    }
    constexpr qsizetype Named = 3;
    const int more = int(qMax<qsizetype>(0, goods.size() - Named));
    QString line =
        goods.isEmpty() ? Sentence::tr("商品の明細なし") : goods.first(goods.size() - more).join(u'、');
    if (more > 0) {
        line += Sentence::tr("、ほか%n点", nullptr, more);
    }
    return line;
}

QString totalLine(const Order &order)
{
    return sideBySide({Sentence::tr("お支払い合計 %1円").arg(groupedYen(order.totals.payableTotal)),
                       plain(order.methodName),
                       order.paidAt ? Sentence::tr("入金日 %1").arg(dayText(japantime::dayOf(*order.paidAt)))
                                    : Sentence::tr("未入金")});
}

/// Until when something can be done: an authorisation is captured, a buyer pays, everything else is changed.
QString deadlineText(const Deadlines &deadlines)
{
    if (deadlines.captureBy) {
        return Sentence::tr("売上期限 %1").arg(deadlineText(*deadlines.captureBy));
    }
    if (deadlines.payBy) {
        return Sentence::tr("お支払期限 %1").arg(deadlineText(*deadlines.payBy));
    }
    return deadlines.cancelBy ? Sentence::tr("取消の期限 %1").arg(deadlineText(*deadlines.cancelBy))
                              : QString();
}

QString paymentLine(const Order &order, const std::optional<Payment> &payment, const PaymentRules &rules)
{
    if (!payment) {
        return isGatewayMethod(order.method) ? Sentence::tr("決済 未連携") : Sentence::tr("GMO以外の決済");
    }
    const QString id = Sentence::tr("決済オーダーID %1").arg(plain(payment->gatewayOrderId));
    if (!payment->known) {
        return sideBySide({Sentence::tr("決済 未確認"), id});
    }
    const Snapshot &known = *payment->known;
    const QString status =
        QCoreApplication::translate("Words", labelOf(paymentStatusOfWord(known.status)).toUtf8().constData());
    const QString approval = plain(known.approve);
    return sideBySide({Sentence::tr("決済 %1 %2円").arg(status, groupedYen(known.total())), id,
                       approval.isEmpty() ? QString() : Sentence::tr("承認番号 %1").arg(approval),
                       deadlineText(deadlinesOf(*payment, rules))});
}

} // namespace

QString phoneSummary(const Order &order, const std::optional<Payment> &payment, const PaymentRules &rules)
{
    return QStringList{buyerLine(order), contactLine(order), goodsLine(order), totalLine(order),
                       paymentLine(order, payment, rules)}
        .join(u'\n');
}

} // namespace kessai
