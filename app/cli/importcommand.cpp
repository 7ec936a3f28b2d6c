#include "app/cli/importcommand.h"

#include "app/cli/openshop.h"
#include "app/cli/textwriter.h"
#include "core/services/importservice.h"
#include "core/services/linkservice.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

QString codeOf(ImportProblem::Kind kind)
{
    switch (kind) {
    case ImportProblem::Kind::Refused:
        return u"refused"_s;
    case ImportProblem::Kind::Conflict:
        return u"conflict"_s;
    case ImportProblem::Kind::Warning:
        return u"warning"_s;
    }
    return {};
}

QString labelOf(ImportProblem::Kind kind)
{
    switch (kind) {
    case ImportProblem::Kind::Refused:
        return u"取込不可"_s;
    case ImportProblem::Kind::Conflict:
        return u"取込と相違"_s;
    case ImportProblem::Kind::Warning:
        return u"注意"_s;
    }
    return {};
}

/// Other formats than these have no name yet, so there is nothing that NAME could mean.
Result<OrderFileFormat, QString> formatOf(const CommandLine &line)
{
    const QString name = line.has(u"format"_s) ? line.value(u"format"_s) : u"auto"_s;
    if (name == u"auto"_s) {
        return OrderFileFormat::Auto;
    }
    if (name == u"eccube4"_s) {
        return OrderFileFormat::Eccube4;
    }
    if (name == u"eccube2"_s) {
        return OrderFileFormat::Eccube2;
    }
    return failure(
        u"--format の「%1」はありません。auto・eccube4・eccube2 のどれかを指定してください。"_s.arg(name));
}

QString usageProblem(const CommandLine &line)
{
    const bool links = line.has(u"links"_s);
    if (links == !line.arguments.isEmpty()) {
        return u"import は、注文のファイルか --links FILE のどちらか1つを指定してください。"_s;
    }
    return links && line.has(u"format"_s) ? u"--links に --format は付けられません。"_s : QString();
}

/// The file that is asked for, judged before the shop is opened; "" or a sentence.
QString fileProblem(const CommandLine &line)
{
    const QString name = line.has(u"links"_s) ? line.value(u"links"_s) : line.arguments.first();
    const QFileInfo file(name);
    if (!file.exists()) {
        return u"ファイル %1 がありません。名前と場所を確認してください。"_s.arg(name);
    }
    if (file.isDir()) {
        return u"%1 はフォルダーです。CSVファイルを指定してください。"_s.arg(name);
    }
    return file.isReadable() ? QString() : u"ファイル %1 を読めません。権限を確認してください。"_s.arg(name);
}

CommandResult failedResult(const ImportFailure &failed)
{
    if (failed.kind == ImportFailure::Kind::BadInput) {
        return usageError(failed.message);
    }
    CommandResult result;
    result.status = ExitStatus::Store;
    result.messages = {failed.message};
    return result;
}

CommandResult importResult(const ImportReport &report)
{
    QJsonArray problems;
    QList<QStringList> rows{{u"行"_s, u"列"_s, u"種別"_s, u"内容"_s}};
    for (const ImportProblem &problem : report.problems) {
        problems.append(QJsonObject{{u"line"_s, problem.line},
                                    {u"column"_s, problem.column},
                                    {u"kind"_s, codeOf(problem.kind)},
                                    {u"message"_s, problem.message}});
        rows.append({QString::number(problem.line), problem.column, labelOf(problem.kind), problem.message});
    }
    CommandResult result;
    const bool whole = report.refused == 0 && !report.cancelled;
    result.status = whole ? ExitStatus::AllDone : ExitStatus::Partly;
    result.document = {{u"read"_s, report.read},       {u"created"_s, report.created},
                       {u"updated"_s, report.updated}, {u"unchanged"_s, report.unchanged},
                       {u"refused"_s, report.refused}, {u"problems"_s, problems}};
    result.text = u"読込 %1件: 新規 %2、更新 %3、変更なし %4、取込不可 %5\n"_s.arg(
        QString::number(report.read), QString::number(report.created), QString::number(report.updated),
        QString::number(report.unchanged), QString::number(report.refused));
    if (!report.problems.isEmpty()) {
        result.text += alignedRows(rows, {0});
    }
    if (report.cancelled) {
        result.messages = {u"途中で停止しました。同じファイルをもう一度取り込むと残りが入ります。"_s};
    }
    return result;
}

QCoro::Task<Result<ImportReport, ImportFailure>> importOrders(Shop *shop, Invocation invocation,
                                                              OrderFileFormat format)
{
    ImportService::Options options;
    options.file = invocation.line.arguments.first();
    options.format = format;
    options.dryRun = invocation.line.has(u"dry-run"_s);
    options.rounding = Rounding(shop->settings().roundingId());
    options.operatorName = shop->operatorName();
    options.cancelled = invocation.stop();
    ImportService service(shop->context());
    const auto report = co_await service.importOrders(options);
    co_return report;
}

QCoro::Task<Result<ImportReport, ImportFailure>> importLinks(Shop *shop, Invocation invocation)
{
    LinkService::Options options;
    options.file = invocation.line.value(u"links"_s);
    options.dryRun = invocation.line.has(u"dry-run"_s);
    options.operatorName = shop->operatorName();
    options.cancelled = invocation.stop();
    LinkService service(shop->context());
    const auto report = co_await service.importLinks(options);
    co_return report;
}

} // namespace

QCoro::Task<CommandResult> runImport(Invocation invocation)
{
    const QString problem = usageProblem(invocation.line);
    if (!problem.isEmpty()) {
        co_return usageError(problem);
    }
    const auto format = formatOf(invocation.line);
    if (!format) {
        co_return usageError(format.error());
    }
    const QString unreadable = fileProblem(invocation.line);
    if (!unreadable.isEmpty()) {
        co_return usageError(unreadable);
    }
    OpenedShop shop = openForWriting(invocation);
    if (!shop) {
        co_return shop.error();
    }
    Shop *const opened = shop.value().get();
    invocation.stopSignal->listen();
    Result<ImportReport, ImportFailure> report = ImportReport{};
    if (invocation.line.has(u"links"_s)) {
        report = co_await importLinks(opened, invocation);
    } else {
        report = co_await importOrders(opened, invocation, *format);
    }
    if (!report) {
        co_return failedResult(report.error());
    }
    co_return importResult(*report);
}

} // namespace kessai::cli
