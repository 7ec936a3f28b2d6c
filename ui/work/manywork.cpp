#include "ui/work/manywork.h"

#include "core/services/orderservice.h"
#include "core/storage/orderrepository.h"
#include "ui/models/whendone.h"
#include "ui/payments/paymentpanelmodel.h"
#include "ui/payments/reasondialog.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

namespace {

const QByteArray TickedPaymentsKind = QByteArrayLiteral("tickedPayments");
const QByteArray StatusPlanKind = QByteArrayLiteral("statusPlan");
constexpr qsizetype ChunkSize = 500;
/// Fewer are changed before anybody could read a page.
constexpr qsizetype WorthAPage = 200;

StorageResult<QList<PaymentId>> paymentsOf(Database &database, const OrderTicks &ticks, const OrderSort &sort)
{
    const auto ids = tickedIds(database, ticks, sort);
    if (!ids) {
        return failure(ids.error());
    }
    QList<PaymentId> payments;
    for (qsizetype at = 0; at < ids->size(); at += ChunkSize) {
        const auto rows = OrderRepository(database).page(ids->mid(at, ChunkSize));
        if (!rows) {
            return failure(rows.error());
        }
        for (const OrderSummary &order : *rows) {
            if (order.paymentId) {
                payments.append(*order.paymentId);
            }
        }
    }
    return payments;
}

QCoro::Task<OrderService::StatusChanges> changeAll(Shop &shop, QList<OrderId> orders, OrderStatus status,
                                                   std::function<bool()> stop)
{
    OrderService service(shop.context());
    auto answer = co_await service.setStatuses(orders, status, shop.operatorName(), stop);
    co_return answer;
}

QString stateOf(const std::optional<PaymentStatus> &status, const std::optional<Yen> &amount)
{
    const QString word = status ? Words::of(*status) : Words::neverRead();
    return amount ? ManyWork::tr("%1 %2").arg(word, Formats::yen(*amount)) : word;
}

} // namespace

QString refreshSentence(const RefreshJob::Result &result)
{
    QStringList sentences;
    if (result.read > 0) {
        sentences.append(ManyWork::tr("%n件の決済状態を確認しました。", nullptr, result.read));
        sentences.append(result.changed > 0 ? ManyWork::tr("%n件が変わりました。", nullptr, result.changed)
                                            : ManyWork::tr("変わったものはありません。"));
    }
    if (result.unread > 0) {
        sentences.append(ManyWork::tr("%n件は確認できませんでした。", nullptr, result.unread));
    }
    return Formats::sentences(sentences);
}

ManyWork::ManyWork(ShopSession &session, ManyPage &page, QWidget &window)
    : QObject(&window), m_session(session), m_commands(session), m_page(page), m_window(window)
{
    connect(&page, &ManyPage::stopAsked, this, &ManyWork::stop);
}

void ManyWork::stop()
{
    m_session.stopReads(TickedPaymentsKind);
    m_stop->store(true);
    if (m_refresh) {
        m_refresh->stop();
    }
}

void ManyWork::fail(const QString &problem)
{
    m_page.finish(problem);
}

void ManyWork::refresh(const OrderTicks &ticks, const OrderSort &sort)
{
    if (busy()) {
        emit pageAsked(); // one after the other
        return;
    }
    m_page.begin(tr("状態一括確認"), tr("選んだ注文の決済を調べています。"), true);
    emit pageAsked();
    const auto job = [ticks, sort](Database &database) { return paymentsOf(database, ticks, sort); };
    whenDone(
        m_session.onReader(TickedPaymentsKind, job), this,
        [this](const StorageResult<QList<PaymentId>> &payments) { refreshPayments(payments); },
        [this] { fail(tr("確認を始める前に中止しました。")); });
}

void ManyWork::refreshPayments(const StorageResult<QList<PaymentId>> &payments)
{
    if (!payments || payments->isEmpty()) {
        fail(payments ? tr("確認できる決済がありません。") : payments.error().message);
        return;
    }
    m_refresh = new RefreshJob(m_session, *payments, this);
    connect(m_refresh, &RefreshJob::progressed, &m_page, &ManyPage::showProgress);
    connect(m_refresh, &RefreshJob::itemRead, this, &ManyWork::listItem);
    connect(m_refresh, &RefreshJob::finished, this, &ManyWork::onRefreshed);
    m_refresh->start();
}

/// Only those of which there is something to say.
void ManyWork::listItem(const RefreshItem &item)
{
    if (!item.error.isEmpty()) {
        m_page.addRow({item.order, item.orderNumber, tr("確認できません"), Meaning::Doubt, item.error});
    } else if (item.changed) {
        m_page.addRow({item.order, item.orderNumber, tr("変わりました"), Meaning::Accent,
                       tr("%1 → %2").arg(stateOf(item.before, item.amountBefore),
                                         stateOf(item.after, item.amountAfter))});
    }
}

void ManyWork::onRefreshed(const RefreshJob::Result &result)
{
    const QString sentence = refreshSentence(result);
    m_page.finish(sentence.isEmpty() ? tr("確認を中止しました。") : sentence);
    emit said(sentence);
}

void ManyWork::changeStatus(OrderStatus status, const OrderTicks &ticks, const OrderSort &sort)
{
    if (busy()) {
        emit pageAsked();
        return;
    }
    const auto job = [status, ticks, sort](Database &database) {
        return statusPlan(database, status, ticks, sort);
    };
    whenDone(m_session.onReader(StatusPlanKind, job), this,
             [this, sort](const StorageResult<StatusPlan> &plan) {
                 if (plan) {
                     ask(*plan, sort);
                 } else {
                     emit warned(plan.error().message);
                 }
             });
}

void ManyWork::ask(const StatusPlan &plan, const OrderSort &sort)
{
    auto *dialog = new StatusDialog(plan, &m_window);
    connect(dialog, &StatusDialog::confirmed, this, [this, plan, dialog, sort] {
        m_afterwards = {};
        if (const auto command = dialog->thenCommand()) {
            // Not the ticks: what they match may be another set now that the status has changed.
            m_afterwards = [this, command, sort](const QList<OrderId> &changed) {
                OrderTicks done;
                done.ids = QSet<OrderId>(changed.begin(), changed.end());
                emit commandAsked(*command, done, sort);
            };
        }
        setStatuses(plan);
    });
    dialog->open();
}

void ManyWork::setStatuses(const StatusPlan &plan)
{
    if (busy()) {
        emit pageAsked();
        return;
    }
    m_stop->store(false);
    m_page.begin(tr("対応状況の変更"),
                 tr("%1件の対応状況を「%2」に変更しています。")
                     .arg(Formats::count(plan.orders.size()), Words::of(plan.status)),
                 true);
    if (plan.orders.size() >= WorthAPage) {
        emit pageAsked();
    }
    const auto stop = [stopped = m_stop, closing = m_session.stopRequested()] {
        return stopped->load() || closing();
    };
    const auto work = [plan, stop](Shop &shop) { return changeAll(shop, plan.orders, plan.status, stop); };
    whenDone(
        m_session.onEngine(work), this,
        [this, plan](const OrderService::StatusChanges &answer) { onStatusesSet(plan, answer); },
        [this] { fail(tr("店舗を閉じています。")); });
}

void ManyWork::onStatusesSet(const StatusPlan &plan, const OrderService::StatusChanges &answer)
{
    QList<OrderId> changed;
    qint64 refused = 0;
    for (const StatusChange &change : answer.changes) {
        if (change.changed) {
            changed.append(change.order);
        }
        if (!change.problem.isEmpty()) {
            ++refused;
            m_page.addRow(
                {change.order, change.orderNumber, tr("変更できません"), Meaning::NeedsWork, change.problem});
        }
    }
    const qint64 untouched = plan.orders.size() - answer.changes.size();
    QStringList sentences{
        tr("%1件の対応状況を「%2」にしました。").arg(Formats::count(changed.size()), Words::of(plan.status))};
    if (refused > 0) {
        sentences.append(tr("%1件は変更できませんでした。").arg(Formats::count(refused)));
    }
    if (untouched > 0) {
        sentences.append(tr("%1件は途中で止めたため、そのままです。").arg(Formats::count(untouched)));
    }
    if (answer.storeError) {
        sentences.append(answer.storeError->message);
    }
    const QString sentence = Formats::sentences(sentences);
    m_page.finish(sentence);
    emit said(sentence);
    const bool toRead = refused > 0 || answer.storeError; // row by row
    if (const auto afterwards = std::exchange(m_afterwards, {})) {
        if (toRead) {
            emit warned(sentence); // the page of what comes next covers the rows
        }
        afterwards(changed);
    } else if (toRead) {
        emit pageAsked();
    }
}

void ManyWork::changeStatusOfOne(OrderId order, OrderStatus status)
{
    whenDone(m_commands.setStatus(order, status), this, [this](const StorageResult<StatusChange> &change) {
        const QString problem = change ? change->problem : change.error().message;
        if (!problem.isEmpty()) {
            emit warned(problem);
        } else if (change->changed) {
            emit said(tr("注文 %1 の対応状況を変更しました。").arg(change->orderNumber));
        }
    });
}

void ManyWork::adopt(OrderId order)
{
    whenDone(m_commands.facts(order), this, [this](const StorageResult<OrderFacts> &facts) {
        if (facts) {
            askReason(*facts);
        } else {
            emit warned(facts.error().message);
        }
    });
}

void ManyWork::askReason(const OrderFacts &facts)
{
    const auto troubled =
        std::find_if(facts.payments.begin(), facts.payments.end(), [](const PaymentFacts &payment) {
            const bool conflict = payment.live && payment.live->state == OperationState::Conflict;
            return conflict || !payment.findings.isEmpty();
        });
    if (troubled == facts.payments.end()) {
        emit said(tr("この注文には、要確認の内容はもうありません。"));
        return;
    }
    PaymentPanelModel model;
    model.setFacts(facts);
    model.choose(troubled->payment.id);
    const auto answer = [this, id = troubled->payment.id](Resolution resolution, const QString &reason) {
        whenDone(m_commands.resolve(id, resolution, reason), this,
                 [this](const StorageResult<ResolveService::Outcome> &outcome) {
                     if (outcome && outcome->resolved) {
                         emit said(tr("要確認を解決しました。"));
                     } else {
                         emit warned(outcome ? outcome->problem : outcome.error().message);
                     }
                 });
    };
    const bool conflict = troubled->live.has_value();
    makeResolveDialog(conflict, model.lastSeenText(), answer, &m_window)->open();
}

} // namespace kessai
