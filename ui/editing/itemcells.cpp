#include "ui/editing/itemcells.h"

#include "ui/editing/itemtablemodel.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestNumber = 99'999'999;
std::optional<qint64> numberIn(const QString &typed)
{
    QString text = typed.normalized(QString::NormalizationForm_KC).trimmed();
    for (const QChar between : {u',', u'円', u'%', u'\\', u'¥'}) {
        text.remove(between);
    }
    text.replace(u'−', u'-');
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && qAbs(number) <= LargestNumber ? std::optional(number) : std::nullopt;
}

} // namespace

QString codeWithClasses(const OrderItem &line)
{
    QStringList classes;
    for (const auto &[name, category] : {std::pair(line.className1, line.classCategoryName1),
                                         std::pair(line.className2, line.classCategoryName2)}) {
        if (!category.isEmpty()) {
            classes.append(name.isEmpty() ? category : ItemTableModel::tr("%1: %2").arg(name, category));
        }
    }
    return classes.isEmpty() ? line.productCode
                             : ItemTableModel::tr("%1（%2）")
                                   .arg(line.productCode, classes.join(ItemTableModel::tr(" / ")));
}

bool takeTyped(OrderItem &line, int column, const QVariant &value)
{
    if (column == ItemTableModel::Name || column == ItemTableModel::Code) {
        (column == ItemTableModel::Name ? line.productName : line.productCode) = value.toString().trimmed();
        return true;
    }
    if (column == ItemTableModel::Taxation) {
        line.taxType = TaxType(value.toInt());
        return true;
    }
    const auto number = numberIn(value.toString());
    if (!number) {
        return false;
    }
    if (column == ItemTableModel::Price) {
        line.price = Yen{*number};
    } else if (column == ItemTableModel::Quantity) {
        line.quantity = *number;
    } else if (qAbs(*number) <= 1000) { // what is no rate is told by the rules; this keeps sums in bounds
        line.taxRatePercent = int(*number);
    } else {
        return false;
    }
    return true;
}

} // namespace kessai
