#pragma once

#include "core/base/yen.h"
#include "core/domain/deadline.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>

namespace kessai {

/// How amounts and times look in the window. Times are Japan time, whatever the machine is set to.
class Formats
{
    Q_DECLARE_TR_FUNCTIONS(Formats)

public:
    /// ¥3,200; -¥500
    static QString yen(Yen amount);
    /// +¥500, -¥500, ¥0
    static QString signedYen(Yen amount);
    /// 2020/12/03 13:21
    static QString minute(const QDateTime &instant);
    /// 2020/12/03 13:21:23
    static QString second(const QDateTime &instant);
    /// 13:21
    static QString timeOfDay(const QDateTime &instant);
    /// 2020/12/03
    static QString day(const QDate &day);
    /// あと 87日, 今日まで, 3日超過
    static QString daysLeft(const QDate &last, const QDate &today);
    /// 2020/12/03; with a time where it is not the end of its day: 2024/03/31 20:00. Seconds are left out, so
    /// that nobody is told too much.
    static QString deadline(const Deadline &last);
    /// As daysLeft; with a time, on its day: 今日 20:00まで, afterwards 今日 20:00に終了
    static QString timeLeft(const Deadline &last, const QDateTime &now);
    /// One after the other; a space only where the sentence before does not bring its own.
    static QString sentences(QStringList sentences);
    /// 1,240
    static QString count(qint64 number);
    /// For a tooltip: shown as it is, whatever markup a file has put into it.
    static QString plainTooltip(const QString &text);
};

} // namespace kessai
