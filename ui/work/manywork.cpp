#include "ui/work/manywork.h"

#include "core/services/orderservice.h"
#include "ui/models/whendone.h"
#include "ui/payments/paymentpanelmodel.h"
#include "ui/payments/reasondialog.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QByteArray ManyPlanKind = QByteArrayLiteral("manyPlan");
const QByteArray StatusPlanKind = QByteArrayLiteral("statusPlan");
constexpr qsizetype ChangedAtOnce = 500; ///< between two looks at how far it is

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
    if (result.read == 0 && result.unread == 0) {
        return ManyWork::tr("確認を中止しました。");
    }
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

ManyWork::ManyWork(ShopSession &session, ManyPage &page, QWidget &window, std::function<OrderFilter()> shown)
    : QObject(&window)
    , m_session(session)
    , m_commands(session)
    , m_page(page)
    , m_window(window)
    , m_shown(std::move(shown))
{
    connect(&page, &ManyPage::startAsked, this, &ManyWork::start);
    connect(&page, &ManyPage::left, this, [this] {
        ++m_generation; // a preview that is still being read is not waited for
        m_session.stopReads(ManyPlanKind);
    });
    connect(&page.report(), &ManyReport::stopAsked, this, &ManyWork::stop);
    connect(&page.report(), &ManyReport::commandAsked, this, &ManyWork::askOfChanged);
}

void ManyWork::stop()
{
    m_stopped = true;
    if (m_refresh) {
        m_refresh->stop();
    }
}

void ManyWork::refresh(const OrderTicks &ticks, const OrderSort &sort)
{
    ManyQuestion question;
    question.ticks = ticks;
    question.sort = sort;
    question.shown = m_shown();
    showPreview(question);
}

void ManyWork::changeStatus(OrderStatus status, const OrderTicks &ticks, const OrderSort &sort, bool fromList)
{
    if (ticks.everything || ticks.ids.size() != 1) {
        ManyQuestion question;
        question.kind = ManyKind::Status;
        question.status = status;
        question.ticks = ticks;
        question.sort = sort;
        question.fromList = fromList;
        question.shown = m_shown();
        showPreview(question);
        return;
    }
    const auto job = [status, ticks, sort](Database &database) {
        return statusPlan(database, status, ticks, sort);
    };
    whenDone(m_session.onReader(StatusPlanKind, job), this, [this](const StorageResult<StatusPlan> &plan) {
        if (plan) {
            askOne(*plan);
        } else {
            emit warned(plan.error().message);
        }
    });
}

void ManyWork::showPreview(const ManyQuestion &question)
{
    if (busy()) { // one after the other
        m_page.showReport();
        emit pageAsked();
        return;
    }
    const int generation = ++m_generation;
    emit pageAsked();
    m_page.showReading(question.kind);
    const auto job = [question](Database &database) { return manyPlan(database, question); };
    whenDone(
        m_session.onReader(ManyPlanKind, job), this,
        [this, generation](const StorageResult<std::shared_ptr<const ManyPlan>> &plan) {
            if (generation != m_generation) {
                return;
            }
            if (plan) {
                m_page.showPlan(*plan);
            } else {
                m_page.showFailure(plan.error().message);
            }
        },
        [this, generation] {
            if (generation == m_generation) {
                m_page.showFailure(tr("店舗を閉じています。"));
            }
        });
}

/// Exactly what stands in the preview.
void ManyWork::start()
{
    m_plan = m_page.preview().plan();
    if (busy() || !m_plan) {
        return;
    }
    m_then = m_page.preview().thenCommand();
    m_stopped = false;
    m_page.begin(m_plan);
    if (m_plan->question.kind == ManyKind::Refresh) {
        startRefresh(*m_plan);
    } else {
        changeNext(0);
    }
}

void ManyWork::startRefresh(const ManyPlan &plan)
{
    QList<PaymentId> payments;
    m_places.clear();
    for (const int place : plan.runRows) {
        payments.append(*plan.rows.at(place).payment);
        m_places.insert(payments.last(), place);
    }
    m_refresh = new RefreshJob(m_session, payments, this);
    connect(m_refresh, &RefreshJob::itemRead, this, &ManyWork::listItem);
    connect(m_refresh, &RefreshJob::finished, this, &ManyWork::onRefreshed);
    m_refresh->start();
}

void ManyWork::listItem(PaymentId payment, const RefreshItem &item)
{
    ManyResult result;
    result.text = item.error;
    result.state = !item.error.isEmpty() ? ManyState::Unable
                   : item.changed        ? ManyState::Changed
                                         : ManyState::Same;
    if (!item.gatewayOrderId.isEmpty()) { // else the store said nothing about it
        result.before = stateOf(item.before, item.amountBefore);
        result.after =
            item.error.isEmpty() || item.changed ? stateOf(item.after, item.amountAfter) : QString();
    }
    m_page.report().add(m_places.value(payment), result);
}

void ManyWork::onRefreshed(const RefreshJob::Result &result)
{
    m_page.report().finish(m_stopped ? QString() : result.problem, {});
    const QString sentence = refreshSentence(result);
    emit said(sentence);
    emit ended(ManyWords::nameOf(ManyKind::Refresh), sentence);
}

/// A piece at a time: each moves the bar, and 中止 has its turn.
void ManyWork::changeNext(qsizetype from)
{
    const QList<int> places = m_stopped ? QList<int>() : m_plan->runRows.mid(from, ChangedAtOnce);
    if (places.isEmpty()) {
        endStatuses({});
        return;
    }
    QList<OrderId> orders;
    for (const int place : places) {
        orders.append(m_plan->rows.at(place).order);
    }
    const auto work = [orders, status = m_plan->question.status, stop = m_session.stopRequested()](
                          Shop &shop) { return changeAll(shop, orders, status, stop); };
    whenDone(
        m_session.onEngine(work), this,
        [this, from, asked = places.size()](const OrderService::StatusChanges &answer) {
            takeChanges(from, asked, answer);
        },
        [this] { endStatuses(tr("店舗を閉じています。")); });
}

void ManyWork::takeChanges(qsizetype from, qsizetype asked, const OrderService::StatusChanges &answer)
{
    const QString wanted = Words::of(m_plan->question.status);
    for (qsizetype at = 0; at < answer.changes.size(); ++at) {
        const StatusChange &change = answer.changes.at(at); // in the order asked
        const int place = m_plan->runRows.at(from + at);
        ManyResult result;
        result.state = change.changed             ? ManyState::Changed
                       : change.problem.isEmpty() ? ManyState::Same
                                                  : ManyState::Unable;
        result.before = Words::of(m_plan->rows.at(place).status);
        result.after = change.problem.isEmpty() ? wanted : QString();
        result.text = change.problem;
        m_page.report().add(place, result);
    }
    if (answer.changes.size() == asked && !answer.storeError) {
        changeNext(from + asked);
    } else {
        endStatuses(answer.storeError ? answer.storeError->message : QString());
    }
}

void ManyWork::endStatuses(const QString &problem)
{
    const auto command = m_plan->commandFits ? fittingCommand(m_plan->question.status) : std::nullopt;
    ManyReport &report = m_page.report();
    report.finish(problem, command);
    const qint64 changed = report.outcome().count(ManyState::Changed);
    const qint64 unable = report.outcome().count(ManyState::Unable);
    const QString sentence = RunWords::statusSentence(m_plan->question.status, changed, unable);
    emit said(sentence);
    emit ended(ManyWords::nameOf(ManyKind::Status), sentence);
    if (const auto then = std::exchange(m_then, {});
        then && changed > 0 && unable == 0 && problem.isEmpty()) {
        askOfChanged(*then); // else there is something to read first; the report has a button
    }
}

/// Not the ticks: what they match may be another set now that the status has changed.
void ManyWork::askOfChanged(OperationKind kind)
{
    OrderTicks changed;
    changed.ids = m_page.report().changedOrders();
    emit commandAsked(kind, changed, m_page.report().outcome().plan->question.sort);
}

void ManyWork::showRefused(const RunDesk::Outcome &outcome)
{
    if (busy() || !outcome.status) {
        m_page.showReport();
        emit pageAsked();
        return;
    }
    ManyQuestion question;
    question.kind = ManyKind::Status;
    question.status = *outcome.status;
    question.fromList = false;
    QHash<OrderId, QString> problems;
    for (const StatusChange &change : outcome.statusRefused) {
        problems.insert(change.order, change.problem);
        question.ticks.ids.insert(change.order);
    }
    const auto job = [question](Database &database) { return manyPlan(database, question); };
    whenDone(m_session.onReader(StatusPlanKind, job), this,
             [this, problems](const StorageResult<std::shared_ptr<const ManyPlan>> &plan) {
                 if (!plan) {
                     emit warned(plan.error().message);
                     return;
                 }
                 m_page.begin(*plan);
                 for (int place = 0; place < (*plan)->rows.size(); ++place) {
                     const ManyPlanRow &row = (*plan)->rows.at(place);
                     m_page.report().add(
                         place, {ManyState::Unable, Words::of(row.status), {}, problems.value(row.order)});
                 }
                 m_page.report().finish({}, {});
                 emit pageAsked();
             });
}

void ManyWork::askOne(const StatusPlan &plan)
{
    auto *dialog = new StatusDialog(plan, &m_window);
    connect(dialog, &StatusDialog::confirmed, this, [this, plan, dialog] {
        const OrderId order = plan.orders.first();
        const auto then = dialog->thenCommand();
        whenDone(m_commands.setStatus(order, plan.status), this,
                 [this, order, then](const StorageResult<StatusChange> &change) {
                     const QString problem = change ? change->problem : change.error().message;
                     if (!problem.isEmpty()) {
                         emit warned(problem);
                         return;
                     }
                     emit said(tr("注文 %1 の対応状況を変更しました。").arg(change->orderNumber));
                     if (then) {
                         OrderTicks one;
                         one.ids = {order};
                         emit commandAsked(*then, one, {});
                     }
                 });
    });
    dialog->open();
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
