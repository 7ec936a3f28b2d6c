// What staff tell each other about an order (OrderEditing): notes, and who is editing it.
#include "core/base/sentence.h"
#include "core/domain/edittexts.h"
#include "core/services/orderediting.h"
#include "core/settings/settings.h"
#include "core/storage/lockconflict.h"
#include "core/storage/rowlocks.h"

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<QString> OrderEditing::addNote(OrderId order, const QString &text, const QString &operatorName)
{
    StaffNote note;
    note.text = text.trimmed();
    note.text.replace(u"\r\n"_s, u"\n"_s);
    if (note.text.isEmpty()) {
        return Sentence::tr("引き継ぎの内容を入力してください。");
    }
    if (note.text.size() > LongestNote) {
        return Sentence::tr("引き継ぎは%1文字までです。短くするか、二つに分けてください。").arg(LongestNote);
    }
    const QString problem = edittexts::memo(note.text);
    if (!problem.isEmpty()) {
        return problem;
    }
    note.at = m_context.clock.nowUtc();
    note.operatorName = operatorName;
    note.seat = m_context.seat.name;
    const auto added = begunAgain([&] { return StaffNotes(m_context.database).add(order, note); });
    if (!added) {
        return failure(added.error());
    }
    emit m_context.notifier.orderChanged(order);
    return QString();
}

StorageResult<std::optional<EditMark>> OrderEditing::beginEditing(OrderId order, const QString &operatorName,
                                                                  bool takeOver)
{
    const auto others = begunAgain([&] { return beginOnce(order, operatorName, takeOver); });
    if (others && !*others) {
        emit m_context.notifier.orderChanged(order);
    }
    return others;
}

StorageResult<std::optional<EditMark>> OrderEditing::beginOnce(OrderId order, const QString &operatorName,
                                                               bool takeOver)
{
    auto transaction = Transaction::begin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto locked = lockOrder(m_context.database, order);
    if (!locked) {
        return failure(locked.error());
    }
    EditMarks marks(m_context.database, m_context.seat);
    const auto others = marks.ofOthers(order);
    if (!others || (*others && !takeOver)) {
        return others;
    }
    const auto set = marks.set(order, operatorName, m_context.clock.nowUtc());
    const auto logged = set && *others ? logTakeOver(order, **others, operatorName) : set;
    const auto committed = logged ? transaction->commit() : logged;
    return committed ? StorageResult<std::optional<EditMark>>(std::optional<EditMark>())
                     : failure(committed.error());
}

StorageResult<Nothing> OrderEditing::logTakeOver(OrderId order, const EditMark &from,
                                                 const QString &operatorName)
{
    OrderRepository::Event event;
    event.orderId = order;
    event.at = m_context.clock.nowUtc();
    event.kind = u"TAKEOVER"_s;
    event.operatorName = operatorName;
    event.seat = m_context.seat.name;
    event.content = takeOverContent(from);
    return m_context.orders.addEvent(event);
}

StorageResult<Nothing> OrderEditing::endEditing(OrderId order)
{
    const auto cleared =
        begunAgain([&] { return EditMarks(m_context.database, m_context.seat).clear(order); });
    if (!cleared) {
        return failure(cleared.error());
    }
    if (*cleared) {
        emit m_context.notifier.orderChanged(order);
    }
    return Nothing{};
}

LineDefaults lineDefaultsOf(const Settings &settings)
{
    LineDefaults defaults;
    defaults.rounding = Rounding(settings.roundingId());
    bool isNumber = false;
    const int pointRate = settings.text(u"rules.pointRatePercent"_s).toInt(&isNumber);
    defaults.pointRatePercent = isNumber ? pointRate : defaults.pointRatePercent;
    return defaults;
}

} // namespace kessai
