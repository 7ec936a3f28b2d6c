#include "app/cli/exportcommand.h"

#include "app/cli/exportorders.h"
#include "app/cli/exporttables.h"
#include "app/cli/openshop.h"
#include "app/cli/orderfilteroptions.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

bool isList(const QString &what)
{
    return what == u"orders"_s || what == u"payments"_s;
}

bool takesDays(const QString &what)
{
    return what == u"log"_s || isList(what);
}

/// Options that say something about another table than the one asked for; "" none.
QString misplacedOption(const CommandLine &line, const QString &what)
{
    for (const QString &option : filterWords()) {
        const bool isDay = option == u"from"_s || option == u"to"_s;
        if (line.has(option) && !isList(what) && !(isDay && takesDays(what))) {
            return isDay
                       ? u"--%1 は export orders、export payments、export log だけに使えます。"_s.arg(option)
                       : u"--%1 は export orders と export payments だけに使えます。"_s.arg(option);
        }
    }
    return line.has(u"columns"_s) && what != u"orders"_s ? u"--columns は export orders だけに使えます。"_s
                                                         : QString();
}

/// What is wrong with the words; "" nothing.
QString usageProblem(const CommandLine &line)
{
    const QString what = line.arguments.first();
    if (what != u"run"_s && !takesDays(what)) {
        return u"export の「%1」はありません。export orders、export payments、export log、export run ID "
               u"のどれかを指定してください。"_s.arg(what);
    }
    if (what == u"run"_s && line.arguments.size() != 2) {
        return u"export run の後に、一括処理のIDを1つ指定してください（kessai runs で確認できます）。"_s;
    }
    if (what == u"log"_s && line.arguments.size() != 1) {
        return u"export log は注文番号を取りません。1つの注文の記録は kessai log で確認してください。"_s;
    }
    if (isList(what) && line.arguments.size() != 1) {
        return u"export %1 は注文番号を取りません。--query などで絞り込んでください。"_s.arg(what);
    }
    const QString misplaced = misplacedOption(line, what);
    if (!misplaced.isEmpty()) {
        return misplaced;
    }
    const auto columns = orderFileColumnsOf(line);
    if (!columns) {
        return columns.error();
    }
    const QString file = line.value(u"out"_s);
    if (file.isEmpty()) {
        return u"--out に書き出すファイルの名前を指定してください。"_s;
    }
    // As with backup: a slip must not cost the shop's database.
    return QFileInfo::exists(file) ? u"ファイル %1 はすでにあります。別の名前を指定してください。"_s.arg(file)
                                   : QString();
}

/// CSV in UTF-8 unless the words or the file's name say otherwise, or the shop's system takes it: that
/// stumbles over the mark by which Excel knows UTF-8.
Result<TableFormat, QString> formatOf(const CommandLine &line)
{
    const bool named = line.value(u"out"_s).endsWith(u".xlsx"_s, Qt::CaseInsensitive);
    const QString format = line.has(u"format"_s) ? line.value(u"format"_s) : named ? u"xlsx"_s : u"csv"_s;
    if (format != u"csv"_s && format != u"xlsx"_s) {
        return failure(u"--format の「%1」はありません。csv か xlsx を指定してください。"_s.arg(format));
    }
    const QString encoding = line.value(u"encoding"_s);
    if (format == u"xlsx"_s) {
        return encoding.isEmpty() ? Result<TableFormat, QString>(TableFormat::Xlsx)
                                  : failure(u"--encoding は CSV だけに使えます。"_s);
    }
    const bool forUpload = orderFileColumnsOf(line).value() == OrderFileColumns::Shipping;
    if (encoding == u"cp932"_s || (encoding.isEmpty() && forUpload)) {
        return TableFormat::CsvCp932;
    }
    if (encoding.isEmpty() || encoding == u"utf8-bom"_s) {
        return TableFormat::CsvUtf8;
    }
    return failure(
        u"--encoding の「%1」はありません。utf8-bom か cp932 を指定してください。"_s.arg(encoding));
}

struct Written
{
    qint64 rows = 0;
    qint64 unwritable = 0; ///< characters in whose place 〓 stands
    QStringList named;     ///< the first of them, and where
};

/// Rows of the shop's own files are lines, several to an order.
QString unitOf(const ExportTable &table)
{
    return table.style() == ValueStyle::Shop ? u"行"_s : u"件"_s;
}

QStringList namedIn(const ExportTable &table, const QList<UnwritableCharacter> &unwritable)
{
    constexpr qsizetype Named = 10;
    const QStringList titles = table.titles();
    QStringList named;
    for (const UnwritableCharacter &character : unwritable.first(std::min(Named, unwritable.size()))) {
        named.append(u"%1%2目の「%3」の %4"_s.arg(QString::number(character.row), unitOf(table),
                                                  titles.value(character.column), character.named()));
    }
    return named;
}

/// @param writer leaves nothing behind unless everything was written
Result<Written, CommandResult> writeTable(ExportTable &table, TableWriter &writer)
{
    const auto problem = [](const TableWriteResult &result) { return usageError(result.error().message); };
    const auto begun = writer.begin(table.titles());
    if (!begun) {
        return failure(problem(begun));
    }
    Written written;
    for (;;) {
        const auto rows = table.next();
        if (!rows) {
            return failure(storeError(rows.error()));
        }
        if (rows->isEmpty()) {
            break;
        }
        for (const QList<TableValue> &row : *rows) {
            const auto added = writer.addRow(row);
            if (!added) {
                return failure(problem(added));
            }
        }
        written.rows += rows->size();
    }
    written.unwritable = writer.unwritableCount();
    written.named = namedIn(table, writer.unwritable());
    const auto finished = writer.finish();
    return finished ? Result<Written, CommandResult>(written) : failure(problem(finished));
}

CommandResult exportInto(ShopContext &context, const CommandLine &line, TableFormat format)
{
    // One moment of the database: a run goes on while its pages are read.
    const auto snapshot = Transaction::beginSnapshot(context.database);
    if (!snapshot) {
        return storeError(snapshot.error());
    }
    const auto table = exportTableOf(line, context);
    if (!table) {
        return table.error();
    }
    const QString file = line.value(u"out"_s);
    const std::unique_ptr<TableWriter> writer = makeTableWriter(format, file, (*table)->style());
    const auto written = writeTable(**table, *writer);
    if (!written) {
        return written.error();
    }
    CommandResult result;
    result.document = {{u"file"_s, QFileInfo(file).absoluteFilePath()},
                       {u"rows"_s, written->rows},
                       {u"unwritable"_s, written->unwritable}};
    result.text =
        u"%1%2を %3 に書き出しました。\n"_s.arg(QString::number(written->rows), unitOf(**table), file);
    if (written->unwritable > 0) {
        result.messages.append(
            u"cp932 にない文字が%1個あり、〓 にしました（%2%3）。--encoding utf8-bom ならそのまま残ります。"_s
                .arg(QString::number(written->unwritable), written->named.join(u"、"_s),
                     written->unwritable > written->named.size() ? u" など"_s : QString()));
    }
    return result;
}

} // namespace

QCoro::Task<CommandResult> runExport(Invocation invocation)
{
    const QString problem = usageProblem(invocation.line);
    if (!problem.isEmpty()) {
        co_return usageError(problem);
    }
    const auto format = formatOf(invocation.line);
    if (!format) {
        co_return usageError(format.error());
    }
    OpenedShop shop = openForReading(invocation);
    if (!shop) {
        co_return shop.error();
    }
    co_return exportInto(shop.value()->context(), invocation.line, *format);
}

} // namespace kessai::cli
