#pragma once

#include "core/storage/database.h"

#include <QList>

namespace kessai {

/// When a card company closes its month, as the shop was told (S86).
struct ClosingDate
{
    QString company;
    int day = 31; ///< 1–31; 31 is the last day of every month (nextClosingDate)
    QString note;

    bool operator==(const ClosingDate &) const = default;
};

/// 締め日 of the card companies, which all seats of the shop share.
class ClosingDates
{
public:
    static constexpr qsizetype CountMaximum = 100;
    static constexpr qsizetype TextMaximum = 200; ///< of a company's name and of a note

    explicit ClosingDates(Database &database) : m_database(database) {}

    /// In the order in which they were given. Works on a read-only connection.
    StorageResult<QList<ClosingDate>> all();
    /// These and no others. Refused in words where a company has no name or one that is too long, a day is
    /// none of a month, or there are too many.
    StorageResult<Nothing> replaceAll(const QList<ClosingDate> &dates);

private:
    Database &m_database;
};

} // namespace kessai
