#include "ui/text/formats.h"

#include "core/base/japantime.h"

namespace kessai {

using namespace Qt::StringLiterals;

QString Formats::yen(Yen amount)
{
    const QString digits = groupedYen(amount.value < 0 ? -amount : amount);
    return (amount.value < 0 ? u"-¥"_s : u"¥"_s) + digits;
}

QString Formats::signedYen(Yen amount)
{
    return (amount.value > 0 ? u"+"_s : QString()) + yen(amount);
}

QString Formats::minute(const QDateTime &instant)
{
    return japantime::fromInstant(instant).toString(u"yyyy/MM/dd HH:mm"_s);
}

QString Formats::second(const QDateTime &instant)
{
    return japantime::fromInstant(instant).toString(u"yyyy/MM/dd HH:mm:ss"_s);
}

QString Formats::timeOfDay(const QDateTime &instant)
{
    return japantime::fromInstant(instant).toString(u"HH:mm"_s);
}

QString Formats::day(const QDate &day)
{
    return day.toString(u"yyyy/MM/dd"_s);
}

QString Formats::daysLeft(const QDate &last, const QDate &today)
{
    const int days = int(today.daysTo(last));
    if (days < 0) {
        return tr("%n日超過", nullptr, -days);
    }
    if (days == 0) {
        return tr("今日まで");
    }
    return tr("あと %n日", nullptr, days);
}

QString Formats::deadline(const Deadline &last)
{
    return last.hasTime() ? day(last.day) + last.second.toString(u" HH:mm"_s) : day(last.day);
}

QString Formats::timeLeft(const Deadline &last, const QDateTime &now)
{
    const QDate today = japantime::dayOf(now);
    if (!last.hasTime() || today != last.day) {
        return daysLeft(last.day, today);
    }
    const QString time = last.second.toString(u"HH:mm"_s);
    return last.isOver(now) ? tr("今日 %1に終了").arg(time) : tr("今日 %1まで").arg(time);
}

QString Formats::sentences(QStringList sentences)
{
    sentences.removeAll({});
    QString text;
    for (const QString &sentence : std::as_const(sentences)) {
        const bool spaced = text.isEmpty() || text.endsWith(u'。');
        text += (spaced ? QString() : u" "_s) + sentence;
    }
    return text;
}

QString Formats::count(qint64 number)
{
    return groupedYen(Yen{number});
}

QString Formats::plainTooltip(const QString &text)
{
    if (text.isEmpty()) {
        return {};
    }
    return u"<span style='white-space: pre-wrap'>%1</span>"_s.arg(text.toHtmlEscaped());
}

} // namespace kessai
