#include "core/storage/staffnotes.h"

#include "core/base/japantime.h"
#include "core/storage/orderrepository.h"
#include "core/storage/rowlocks.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// As the list shows it: 12/03 佐藤：のし紙を付ける。 Beyond this nobody reads in a row of a list.
QString excerptOf(const StaffNote &note)
{
    constexpr qsizetype Longest = 200;
    const QString day = japantime::fromInstant(note.at).toString(u"MM/dd"_s);
    const QString text = u"%1 %2：%3"_s.arg(day, note.operatorName, note.text.simplified());
    return text.size() > Longest ? text.first(Longest - 1) + u'…' : text;
}

StaffNote noteFrom(const Rows &row)
{
    const QJsonObject content = QJsonDocument::fromJson(row.text(4).toUtf8()).object();
    return {row.number(0), row.instant(1).value_or(QDateTime()), row.text(2), row.text(3),
            content.value(u"text"_s).toString()};
}

} // namespace

StorageResult<Nothing> StaffNotes::add(OrderId order, const StaffNote &note)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    // Of two seats' notes the one that comes later in the log is to be the newest in the list too.
    const auto locked = lockOrder(m_database, order);
    if (!locked) {
        return locked;
    }
    const QJsonObject content{{u"text"_s, note.text}};
    OrderRepository::Event event;
    event.orderId = order;
    event.at = note.at;
    event.kind = u"NOTE"_s;
    event.operatorName = note.operatorName;
    event.seat = note.seat;
    event.content = QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
    const auto added = OrderRepository(m_database).addEvent(event);
    if (!added) {
        return added;
    }
    const auto shown =
        m_database.run(u"UPDATE orders SET newest_note = ? WHERE id = ?"_s, {excerptOf(note), order.value});
    return shown ? transaction->commit() : failure(shown.error());
}

StorageResult<QList<StaffNote>> StaffNotes::of(OrderId order)
{
    return m_database.listOf(u"SELECT sequence, at, operator_name, seat, content FROM order_event "
                             "WHERE order_id = ? AND kind = 'NOTE' ORDER BY sequence DESC"_s,
                             {order.value}, noteFrom);
}

} // namespace kessai
