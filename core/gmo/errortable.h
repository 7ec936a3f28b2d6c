#pragma once

#include "core/base/result.h"
#include "core/domain/journalrules.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace kessai {

/// One row of error-codes.csv (protocol.md §14).
struct ErrorMeaning
{
    QString code; ///< full ErrInfo, or a family that ends in `*`
    QString category;
    QString retryable; ///< no, safe, unknown-outcome
    QString meaningJa;
    QString meaningEn;
    QString gatewayState;  ///< GMO's word on the transaction; may be ""
    bool catchAll = false; ///< matched by `*` only: the code is unknown
};

/// The table of gateway codes: data with a version, not code.
class ErrorTable
{
public:
    /// From the bytes of error-codes.csv; an error names the line.
    static Result<ErrorTable, QString> fromCsv(const QByteArray &csv);
    /// The table embedded in the program.
    static const ErrorTable &embedded();

    /// Full code first, then the longest family, `*` last.
    [[nodiscard]] ErrorMeaning meaningOf(const QString &errInfo) const;

    /// The class of one code: the worse of journal.md §7's families and its row in the table.
    [[nodiscard]] AnswerClass classOf(const QString &errInfo) const;

    /// Unknown shop, wrong password or no contract (protocol.md §8.2): pauses a run.
    [[nodiscard]] bool isShopLevel(const QString &errInfo) const;

    /// Every row, by its code: what can be looked up.
    [[nodiscard]] QList<ErrorMeaning> rows() const;

    [[nodiscard]] QString version() const { return m_version; }

private:
    QHash<QString, ErrorMeaning> m_rows;
    QString m_version;
};

} // namespace kessai
