#include "app/cli/exporttables.h"

#include "app/cli/exportorderrun.h"
#include "app/cli/exportorders.h"
#include "app/cli/exportpayments.h"
#include "app/cli/operationtext.h"
#include "app/cli/orderfilteroptions.h"
#include "app/cli/runreport.h"
#include "app/cli/textwriter.h"
#include "core/storage/operationhistory.h"
#include "core/storage/runitems.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

TableValue statusCell(const std::optional<PaymentStatus> &status)
{
    return status ? TableValue(labelOf(*status)) : TableValue();
}

/// The report of one run, in the columns of the window's. The titles are not the window's own: those follow
/// the language, and scripts read these.
class RunTable : public ExportTable
{
public:
    RunTable(Database &database, RunId run) : m_database(database), m_run(std::move(run)) {}

    [[nodiscard]] QStringList titles() const override
    {
        return {u"注文番号"_s, u"お名前"_s,       u"決済オーダーID"_s, u"結果"_s,         u"金額"_s,
                u"理由"_s,     u"送信した処理"_s, u"決済状況"_s,       u"エラーコード"_s, u"終了日時"_s};
    }

    StorageResult<Rows> next() override
    {
        const auto items = runItems(m_database, m_run, {}, m_told, ExportedAtOnce);
        if (!items) {
            return failure(items.error());
        }
        m_told += items->size();
        Rows rows;
        for (const RunItem &item : *items) {
            rows.append({item.orderNumber, item.customerName, item.gatewayOrderId, stateText(item.state),
                         cell(item.amount), reasonSentence(item.reason), item.jobCd,
                         statusCell(item.paymentStatus), item.codes.join(u' '), cell(item.endedAt)});
        }
        return rows;
    }

private:
    Database &m_database;
    RunId m_run;
    qint64 m_told = 0;
};

/// All operations of these days, newest first, in the columns of the window's history.
class LogTable : public ExportTable
{
public:
    LogTable(Database &database, QList<qint64> numbers) : m_history(database), m_numbers(std::move(numbers))
    {
    }

    [[nodiscard]] QStringList titles() const override
    {
        return {u"日時"_s,         u"注文番号"_s,     u"お名前"_s,       u"種類"_s,           u"状態"_s,
                u"金額"_s,         u"担当者"_s,       u"送信した処理"_s, u"決済オーダーID"_s, u"理由"_s,
                u"変更前の金額"_s, u"エラーコード"_s, u"終了日時"_s,     u"一括処理のID"_s};
    }

    StorageResult<Rows> next() override
    {
        const auto page = m_history.operationPage(m_numbers.mid(m_told, ExportedAtOnce));
        if (!page) {
            return failure(page.error());
        }
        m_told += ExportedAtOnce;
        Rows rows;
        for (const HistoryOperation &line : *page) {
            rows.append({line.askedAt, line.orderNumber, line.customerName, operationLabel(line.kind),
                         stateText(line.state), cell(line.amount), line.askedBy, line.jobCd,
                         line.gatewayOrderId, reasonSentence(line.reason), cell(line.amountBefore),
                         line.codes.join(u' '), cell(line.endedAt), line.run ? line.run->value : QString()});
        }
        return rows;
    }

private:
    OperationHistory m_history;
    QList<qint64> m_numbers;
    qsizetype m_told = 0;
};

using MadeTable = Result<std::unique_ptr<ExportTable>, CommandResult>;

MadeTable logTable(const CommandLine &line, ShopContext &context)
{
    const auto from = dayOption(line, u"from"_s);
    const auto to = dayOption(line, u"to"_s);
    if (!from || !to) {
        return failure(usageError(from ? to.error() : from.error()));
    }
    const auto numbers = OperationHistory(context.database).operations({.from = *from, .to = *to});
    if (!numbers) {
        return failure(storeError(numbers.error()));
    }
    return std::unique_ptr<ExportTable>(std::make_unique<LogTable>(context.database, *numbers));
}

} // namespace

Result<std::unique_ptr<ExportTable>, CommandResult> exportTableOf(const CommandLine &line,
                                                                  ShopContext &context)
{
    if (line.arguments.first() == u"log"_s) {
        return logTable(line, context);
    }
    if (line.arguments.first() == u"payments"_s) {
        return exportPayments(line, context);
    }
    if (line.arguments.first() == u"orders"_s) {
        return exportOrders(line, context);
    }
    const auto run = findRun(context, line.arguments.at(1));
    if (!run) {
        return failure(run.error());
    }
    if (!run->movesMoney()) {
        return exportOrderRun(context.database, *run);
    }
    return std::unique_ptr<ExportTable>(std::make_unique<RunTable>(context.database, run->id));
}

} // namespace kessai::cli
