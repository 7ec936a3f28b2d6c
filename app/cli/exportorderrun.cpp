#include "app/cli/exportorderrun.h"

#include "app/cli/operationtext.h"
#include "app/cli/textwriter.h"
#include "core/storage/runitems.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

QString resultText(RunKind kind, const RunItem &item)
{
    const bool refresh = kind == RunKind::Refresh;
    if (item.state == OperationState::Done && item.change->changed) {
        return refresh ? u"変わりました"_s : u"変更しました"_s;
    }
    if (item.state == OperationState::Done) {
        return refresh ? u"変わりません"_s : u"変更済みでした"_s;
    }
    if (item.state == OperationState::Refused) {
        return refresh ? u"確認できません"_s : u"変更できません"_s;
    }
    if (item.state == OperationState::Cancelled) {
        return refresh ? u"確認していません"_s : u"変更していません"_s;
    }
    return stateText(item.state);
}

/// 仮売上済み 3,200円, or 対応状況 alone; "" not known.
QString standingText(const std::optional<PaymentStatus> &payment, const std::optional<Yen> &amount,
                     const std::optional<OrderStatus> &order)
{
    QStringList parts;
    if (payment) {
        parts.append(labelOf(*payment));
    }
    if (amount) {
        parts.append(groupedYen(*amount) + u"円"_s);
    }
    if (order) {
        parts.append(labelOf(*order));
    }
    return parts.join(u' ');
}

class OrderRunTable : public ExportTable
{
public:
    OrderRunTable(Database &database, RunStore::Run run) : m_database(database), m_run(std::move(run)) {}

    [[nodiscard]] QStringList titles() const override
    {
        return {u"注文番号"_s, u"お名前"_s, u"決済オーダーID"_s, u"結果"_s,
                u"変更前"_s,   u"変更後"_s, u"内容"_s,           u"終了日時"_s};
    }

    StorageResult<Rows> next() override
    {
        const auto items = runItems(m_database, m_run.id, {}, m_told, ExportedAtOnce);
        if (!items) {
            return failure(items.error());
        }
        m_told += items->size();
        Rows rows;
        for (const RunItem &item : *items) {
            const RunItemChange &change = *item.change;
            rows.append(
                {item.orderNumber, item.customerName, item.gatewayOrderId, resultText(m_run.kind, item),
                 standingText(change.paymentStatusBefore, change.amountBefore, change.orderStatusBefore),
                 standingText(change.paymentStatusAfter, change.amountAfter, change.orderStatusAfter),
                 change.problem, cell(item.endedAt)});
        }
        return rows;
    }

private:
    Database &m_database;
    RunStore::Run m_run;
    qint64 m_told = 0;
};

} // namespace

std::unique_ptr<ExportTable> exportOrderRun(Database &database, const RunStore::Run &run)
{
    return std::make_unique<OrderRunTable>(database, run);
}

} // namespace kessai::cli
