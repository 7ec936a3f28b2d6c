#include "ui/runs/previewreading.h"

#include "ui/models/whendone.h"
#include "ui/text/words.h"

namespace kessai {

namespace {

const QByteArray PreviewKind = QByteArrayLiteral("bulkPreview");

using Answer = StorageResult<std::shared_ptr<const PreviewAnswer>>;

bool isBefore(const Deadline &one, const Deadline &other)
{
    return std::pair(one.day, one.second) < std::pair(other.day, other.second);
}

} // namespace

Answer readPreview(Database &database, const PreviewQuestion &question, const PaymentRules &rules,
                   const QDateTime &now, const QDate &today)
{
    const auto snapshot = Transaction::beginSnapshot(database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    const auto orders = ordersOf(database, question);
    if (!orders) {
        return failure(orders.error());
    }
    auto preview = bulkPreview(database, question.kind, orders->orders, rules, now,
                               question.keepGatewayAmount, orders->shownCount);
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

PreviewSheet::Row PreviewAnswer::rowAt(int place) const
{
    const BulkPreviewRow &row = preview.rows.at(place);
    const BulkJudgement &judgement = preview.judgementOf(row);
    return {{row.order, row.payment},
            preview.amountOf(row),
            judgement.runs() ? 0 : int(judgement.reason),
            row.hidden};
}

PreviewSheet::Cells PreviewAnswer::cellsAt(int place, const RowNames & /*names*/) const
{
    const BulkJudgement &judgement = preview.judgementOf(preview.rows.at(place));
    Cells cells;
    cells.badge = badgeOf(judgement.paymentStatus, judgement.method, judgement.linked);
    cells.action =
        judgement.runs() ? RunWords::sentWord(preview.kind, judgement.method, judgement.jobCd) : QString();
    cells.until = judgement.until;
    cells.remark = reasonText(int(judgement.reason));
    cells.advice = RunWords::adviceOf(judgement.reason);
    return cells;
}

QString PreviewAnswer::reasonText(int reason) const
{
    return Words::of(RuleReason(reason));
}

void PreviewAnswer::lookThrough()
{
    partRows();
    sentLines = RunWords::sentLines(preview);
    remarks = hiddenRuns > 0;
    const auto paired = RunWords::pairedStatus(preview.kind);
    for (const BulkJudgement &judgement : std::as_const(preview.judgements)) {
        if (!judgement.runs()) {
            continue;
        }
        const auto until = judgement.until;
        firstUntil = until && (!firstUntil || isBefore(*until, *firstUntil)) ? until : firstUntil;
        remarks |= judgement.reason != RuleReason::None;
        pairedAllowed += paired && moveAllowed(judgement.status, *paired) ? judgement.count : 0;
    }
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
