#include "core/interchange/orderreader.h"

#include "core/base/sentence.h"
#include "core/interchange/csvdefect.h"
#include "core/interchange/csvheader.h"
#include "core/interchange/fieldvalues.h"

namespace kessai {

Result<std::unique_ptr<OrderReader>, QString> OrderReader::open(QIODevice &device, OrderFileFormat format,
                                                                Rounding rounding)
{
    device.seek(0);
    CsvReader reader(device);
    Result<CsvHeader, QString> header = readCsvHeader(reader);
    if (!header) {
        return failure(header.error());
    }
    Result<OrderColumns, QString> columns = OrderColumns::map(header->names, format);
    if (!columns) {
        return failure(Sentence::tr("1 行目: %1").arg(columns.error()));
    }
    // EC-CUBE 4 ends its lines with LF alone: other ends are a spreadsheet's, or those of our own export.
    const bool spreadsheet = header->endsWithCrLf && columns->format() == OrderFileFormat::Eccube4;
    const CsvDialect dialect = spreadsheet ? CsvDialect::Spreadsheet : CsvDialect::Php;
    return std::unique_ptr<OrderReader>(
        new OrderReader(device, *columns, header->encoding, dialect, rounding));
}

OrderReader::OrderReader(QIODevice &device, OrderColumns columns, TextEncoding encoding, CsvDialect dialect,
                         Rounding rounding)
    : m_device(device)
    , m_columns(std::move(columns))
    , m_encoding(encoding)
    , m_dialect(dialect)
    , m_builder(m_columns, encoding, dialect, rounding)
{
    rewind();
}

/// To the first record behind the header.
bool OrderReader::rewind()
{
    m_device.seek(0);
    m_reader = std::make_unique<CsvReader>(m_device);
    const bool header = m_reader->next(m_record);
    m_reader->setColumnCount(m_columns.count());
    m_reader->setDialect(m_dialect);
    return header;
}

namespace {

/// Also of a record that is not whole, as long as it reaches to the id.
std::optional<qint64> idOf(const CsvRecord &record, const OrderColumns &columns)
{
    const int position = columns.positionOf(OrderColumn::ShopOrderId);
    return position < record.columnCount() ? positiveId(record.raw(position)) : std::nullopt;
}

} // namespace

bool OrderReader::scan(int records)
{
    for (int done = 0; !m_scanned && done < records; ++done) {
        if (m_reader->next(m_record)) {
            if (const std::optional<qint64> id = idOf(m_record, m_columns)) {
                m_scan.add(*id);
            }
        } else {
            m_scanned = true;
            m_scan.finish();
            rewind();
        }
    }
    return !m_scanned;
}

std::optional<ImportedOrder> OrderReader::next()
{
    constexpr int Everything = std::numeric_limits<int>::max();
    while (scan(Everything)) {
    }
    while (m_ready.isEmpty()) {
        if (m_reader->next(m_record)) {
            take(m_record);
        } else if (m_current) {
            finishOrder();
        } else {
            return std::nullopt;
        }
    }
    return m_ready.dequeue();
}

void OrderReader::take(const CsvRecord &record)
{
    const std::optional<qint64> id = idOf(record, m_columns);
    if (!id) {
        takeUnidentified(record);
        return;
    }
    turnToOrder(*id, record.line);
    if (record.defect == CsvRecord::Defect::None) {
        m_builder.addLine(record);
    } else {
        m_builder.refuse(
            {record.line, {}, ImportProblem::Kind::Refused, sentenceFor(record, m_columns.count())});
    }
}

void OrderReader::takeUnidentified(const CsvRecord &record)
{
    const bool wrongId = record.defect == CsvRecord::Defect::None;
    const QString message =
        wrongId ? Sentence::tr("注文IDが正しくありません。") : sentenceFor(record, m_columns.count());
    ImportedOrder refused;
    refused.line = record.line;
    refused.refused = true;
    refused.problems.append({record.line, wrongId ? m_columns.headerOf(OrderColumn::ShopOrderId) : QString(),
                             ImportProblem::Kind::Refused, message});
    m_ready.append(std::move(refused)); // enqueue() would copy
    m_gapInOrder = m_current.has_value();
}

void OrderReader::turnToOrder(qint64 id, qint64 line)
{
    const QString header = m_columns.headerOf(OrderColumn::ShopOrderId);
    if (m_current == id) {
        if (m_gapInOrder) {
            m_builder.refuse(
                {line, header, ImportProblem::Kind::Refused,
                 Sentence::tr("注文ID %1 の行の間に読めない行があるため、この注文は取り込みません。")
                     .arg(id)});
        }
        m_gapInOrder = false;
        return;
    }
    if (m_current) {
        finishOrder();
    }
    m_gapInOrder = false;
    m_current = id;
    m_builder.begin(id, line);
    if (m_scan.isScattered(id)) {
        m_builder.refuse(
            {line, header, ImportProblem::Kind::Refused,
             Sentence::tr("注文ID %1 の行が離れた場所にもあります。注文IDの順に並べ直してください。")
                 .arg(id)});
    }
}

void OrderReader::finishOrder()
{
    const qint64 id = *m_current;
    m_current.reset();
    ImportedOrder order = m_builder.finish();
    if (m_scan.isScattered(id)) {
        order.counts = m_scan.countOnce(id);
    }
    m_ready.append(std::move(order));
}

} // namespace kessai
