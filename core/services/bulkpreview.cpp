#include "core/services/bulkpreview.h"

#include "core/domain/verdicts.h"
#include "core/storage/bulkcandidates.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The person said that the gateway's amount is meant: then it is no difference that the order's total moved.
void keepAmount(PaymentSituation &situation)
{
    if (situation.payment && situation.payment->known) {
        situation.payableTotal = situation.payment->known->total();
    }
}

/// What an order that is left out is about: what the gateway has of it, else what is to be paid.
Yen amountAtStake(const PaymentSituation &situation)
{
    return situation.payment && situation.payment->known ? situation.payment->known->total()
                                                         : situation.payableTotal;
}

/// What tells the judgements of a preview apart.
struct Alike
{
    int verdict = -1;
    PaymentMethod method = PaymentMethod::Other;
    OrderStatus status = OrderStatus::New;
    bool linked = false;

    bool operator==(const Alike &) const = default;
};

size_t qHash(const Alike &alike, size_t seed = 0)
{
    return qHashMulti(seed, alike.verdict, int(alike.method), int(alike.status), alike.linked);
}

/// Judges one order after the other.
class Judging
{
public:
    Judging(BulkPreview &preview, const PaymentRules &rules, const QDateTime &now)
        : m_preview(preview), m_verdicts(preview.kind, rules, now)
    {
    }

    BulkPreviewRow judge(BulkCandidate &candidate)
    {
        PaymentSituation &situation = candidate.situation;
        if (m_preview.keepGatewayAmount) {
            keepAmount(situation);
        }
        const Verdicts::Judged judged = m_verdicts.judge(situation);
        BulkPreviewRow row;
        row.order = candidate.order;
        row.payment = situation.payment ? situation.payment->id : PaymentId{};
        row.judgement = numberOf(candidate, judged);
        row.amount = judged.amount ? *judged.amount : amountAtStake(situation);
        return row;
    }

private:
    int numberOf(const BulkCandidate &candidate, const Verdicts::Judged &judged)
    {
        const Alike alike{judged.number, candidate.method, candidate.status, candidate.linked};
        if (alike != m_last) {
            m_last = alike;
            const auto known = m_numbers.constFind(alike);
            m_lastNumber = known != m_numbers.constEnd() ? *known : add(candidate, judged);
            m_numbers.insert(alike, m_lastNumber);
        }
        return m_lastNumber;
    }

    int add(const BulkCandidate &candidate, const Verdicts::Judged &judged)
    {
        const OperationVerdict &verdict = m_verdicts.all().at(judged.number);
        BulkJudgement judgement;
        judgement.reason = verdict.reason;
        judgement.jobCd = verdict.jobCd;
        judgement.until = verdict.until;
        judgement.method = candidate.method;
        judgement.status = candidate.status;
        judgement.linked = candidate.linked;
        const std::optional<Payment> &payment = candidate.situation.payment;
        if (payment && payment->known) {
            judgement.statusWord = payment->known->status;
            judgement.paymentStatus = paymentStatusOfWord(judgement.statusWord);
        }
        // With 「決済金額のまま」 it is whatever the gateway has, which nobody knows yet.
        const bool keepsUnknown = m_preview.keepGatewayAmount && judgement.reason == RuleReason::NeverRead;
        judgement.amountKnown = !judgement.runs() || (judged.amount && !keepsUnknown);
        m_preview.judgements.append(judgement);
        return int(m_preview.judgements.size()) - 1;
    }

    BulkPreview &m_preview;
    Verdicts m_verdicts;
    QHash<Alike, int> m_numbers;
    Alike m_last;
    int m_lastNumber = 0;
};

} // namespace

void BulkPreview::sumUp()
{
    for (const BulkPreviewRow &row : std::as_const(rows)) {
        BulkJudgement &judgement = judgements[row.judgement];
        ++judgement.count;
        judgement.total += judgement.amountKnown ? row.amount : Yen{};
    }
    for (const BulkJudgement &judgement : std::as_const(judgements)) {
        if (!judgement.runs()) {
            leftOut[judgement.reason] += judgement.count;
            continue;
        }
        runCount += judgement.count;
        runTotal += judgement.total;
        withoutAmount += judgement.amountKnown ? 0 : judgement.count;
    }
}

StorageResult<BulkPreview> bulkPreview(Database &database, OperationKind kind, const QList<OrderId> &orders,
                                       const PaymentRules &rules, const QDateTime &now,
                                       bool keepGatewayAmount, std::optional<qsizetype> shownCount)
{
    BulkPreview preview;
    preview.kind = kind;
    preview.keepGatewayAmount = keepGatewayAmount && kind == OperationKind::Capture;
    preview.rows.resize(orders.size());
    Judging judging(preview, rules, now);
    qsizetype found = 0;
    const auto read =
        BulkCandidates(database).forOrders(kind, orders, [&](BulkCandidate &candidate, qsizetype place) {
            BulkPreviewRow &row = preview.rows[place];
            row = judging.judge(candidate);
            row.hidden = shownCount && place >= *shownCount;
            ++found;
        });
    if (!read) {
        return failure(read.error());
    }
    if (found < orders.size()) {
        preview.rows.removeIf([](const BulkPreviewRow &row) { return row.order.value == 0; }); // gone
    }
    preview.sumUp();
    return preview;
}

QList<OperationRequest> requestsOf(const BulkPreview &preview, const QString &operatorName)
{
    QList<OperationRequest> requests;
    requests.reserve(preview.runCount);
    for (const BulkPreviewRow &row : preview.rows) {
        const BulkJudgement &judgement = preview.judgementOf(row);
        if (!judgement.runs()) {
            continue;
        }
        OperationRequest request;
        request.kind = preview.kind;
        request.order = row.order;
        // The payment is not named: one that was paid a second time since is left out then, not captured.
        request.keepGatewayAmount = preview.keepGatewayAmount;
        request.reauthorizeJob = preview.kind == OperationKind::Reauthorize ? judgement.jobCd : QString();
        request.operatorName = operatorName;
        request.confirmed = ConfirmedScreen{preview.amountOf(row), judgement.statusWord, judgement.jobCd};
        requests.append(request);
    }
    return requests;
}

} // namespace kessai
