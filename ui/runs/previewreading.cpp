#include "ui/runs/previewreading.h"

#include "core/storage/runitems.h"
#include "ui/models/whendone.h"
#include "ui/text/words.h"

#include <algorithm>

namespace kessai {

namespace {

const QByteArray PreviewKind = QByteArrayLiteral("bulkPreview");

using Answer = StorageResult<std::shared_ptr<const PreviewAnswer>>;

/// What can hide ticked orders; none where nothing can.
std::optional<OrderFilter> hidingConditions(const PreviewQuestion &question)
{
    const bool allShown = question.ticks.everything && question.ticks.filter == question.shown;
    return question.again || allShown ? std::nullopt : std::optional(question.shown);
}

} // namespace

Answer readPreview(Database &database, const PreviewQuestion &question, const PaymentRules &rules,
                   const QDateTime &now, const QDate &today)
{
    const auto orders = question.again ? ordersToTryAgain(database, *question.again)
                                       : tickedIds(database, question.ticks, question.sort);
    if (!orders) {
        return failure(orders.error());
    }
    auto preview = bulkPreview(database, question.kind, *orders, rules, now, question.keepGatewayAmount,
                               hidingConditions(question));
    if (!preview) {
        return failure(preview.error());
    }
    auto answer = std::make_shared<PreviewAnswer>();
    answer->preview = std::move(*preview);
    answer->undoUntil = today.addDays(rules.changeDays);
    answer->madeOn = today;
    answer->lookThrough();
    return std::shared_ptr<const PreviewAnswer>(answer);
}

void PreviewAnswer::lookThrough()
{
    QMap<RuleReason, LeftOutReason> byReason;
    const auto paired = RunWords::pairedStatus(preview.kind);
    orders.reserve(preview.rows.size());
    for (int place = 0; place < preview.rows.size(); ++place) {
        const BulkPreviewRow &row = preview.rows.at(place);
        orders.insert(row.order);
        (row.runs() ? runRows : leftOutRows).append(place);
        if (!row.runs()) {
            LeftOutReason &reason = byReason[row.reason];
            ++reason.count;
            reason.total += row.amount.value_or(Yen{});
            continue;
        }
        hiddenRuns += row.hidden ? 1 : 0;
        pairedAllowed += paired && moveAllowed(row.status, *paired) ? 1 : 0;
        remarks |= row.hidden || row.reason != RuleReason::None;
        firstUntil = row.until && (!firstUntil || *row.until < *firstUntil) ? row.until : firstUntil;
    }
    std::stable_sort(leftOutRows.begin(), leftOutRows.end(), [this](int one, int other) {
        return preview.rows.at(one).reason < preview.rows.at(other).reason;
    });
    for (auto reason = byReason.begin(); reason != byReason.end(); ++reason) {
        reason->key = int(reason.key());
        reason->text = Words::of(reason.key());
    }
    reasons = byReason.values();
    sentLines = RunWords::sentLines(preview);
}

PreviewReading::PreviewReading(ShopSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void PreviewReading::ask(const PreviewQuestion &question)
{
    m_reading = true;
    const int generation = ++m_generation;
    const auto rules = [](Shop &shop) { return shop.context().rules; };
    whenDone(
        m_session.onEngine(rules), this,
        [this, question, generation](const PaymentRules &known) {
            if (generation == m_generation) {
                read(question, known);
            }
        },
        [this] { fail(tr("店舗を閉じています。")); });
}

void PreviewReading::read(const PreviewQuestion &question, const PaymentRules &rules)
{
    const auto job = [question, rules, now = m_session.gatewayNow(), today = m_session.today()](
                         Database &database) { return readPreview(database, question, rules, now, today); };
    whenDone(m_session.onReader(PreviewKind, job), this,
             [this, generation = m_generation](const Answer &answer) {
                 if (generation != m_generation) {
                     return;
                 }
                 if (!answer) {
                     fail(answer.error().message);
                     return;
                 }
                 m_reading = false;
                 emit answered(*answer);
             });
}

void PreviewReading::stop()
{
    ++m_generation;
    m_reading = false;
    m_session.stopReads(PreviewKind);
}

void PreviewReading::fail(const QString &message)
{
    m_reading = false;
    emit failed(message);
}

} // namespace kessai
