#pragma once

#include "core/base/result.h"
#include "core/domain/paymentmethod.h"
#include "core/interchange/csvreader.h"
#include "core/interchange/importproblem.h"
#include "core/interchange/textencoding.h"

#include <QIODevice>

#include <memory>
#include <optional>

namespace kessai {

/// The form of a 決済オーダーID: 1 to 27 of `A-Z a-z 0-9 -` (protocol.md §1.7).
bool isGatewayOrderId(const QString &text);

/// One line of a links file, or the reason why it is refused.
struct ImportedLink
{
    qint64 line = 0;
    qint64 shopOrderId = 0; ///< 注文ID (not 注文番号)
    QString gatewayOrderId;
    std::optional<PaymentMethod> method; ///< none: the order's
    std::optional<ImportProblem> problem;
};

/// Reads a links file, 注文ID,決済オーダーID[,支払方法], in any order of columns; encoding and quoting as the
/// order CSV.
class LinksReader
{
public:
    /// @param device open, and alive as long as the reader
    /// An error is a sentence that names the column: nothing can be read from this file.
    static Result<std::unique_ptr<LinksReader>, QString> open(QIODevice &device);

    /// Nothing at the end.
    std::optional<ImportedLink> next();
    [[nodiscard]] qint64 bytesConsumed() const { return m_reader.bytesConsumed(); }
    [[nodiscard]] bool failed() const { return m_reader.failed(); }

private:
    explicit LinksReader(QIODevice &device) : m_reader(device) {}
    QString readHeader();
    std::optional<QString> text(qsizetype column) const;
    std::optional<ImportProblem> read(ImportedLink &link) const;
    std::optional<ImportProblem> readMethod(ImportedLink &link) const;
    ImportProblem refused(qsizetype column, const QString &message) const;

    CsvReader m_reader;
    CsvRecord m_record;
    TextEncoding m_encoding = TextEncoding::Utf8;
    QStringList m_headers;
    qsizetype m_orderColumn = -1;
    qsizetype m_gatewayColumn = -1;
    qsizetype m_methodColumn = -1;
};

} // namespace kessai
