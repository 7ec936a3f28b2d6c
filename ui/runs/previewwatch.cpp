#include "ui/runs/previewwatch.h"

#include "ui/models/whendone.h"

#include <QHash>

#include <algorithm>
#include <chrono>
#include <utility>

namespace kessai {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype ChunkSize = 500; ///< read together; the first of them that moved ends the look
const QByteArray WatchKind = QByteArrayLiteral("previewWatch");

QList<OrderId> idsOf(const QList<BulkPreviewRow> &rows)
{
    QList<OrderId> ids;
    ids.reserve(rows.size());
    for (const BulkPreviewRow &row : rows) {
        ids.append(row.order);
    }
    return ids;
}

StorageResult<bool> anyMoved(Database &database, const BulkPreview &shown, const QList<BulkPreviewRow> &rows,
                             const PaymentRules &rules, const QDateTime &now)
{
    const auto read = bulkPreview(database, shown.kind, idsOf(rows), rules, now, shown.keepGatewayAmount);
    if (!read) {
        return failure(read.error());
    }
    QHash<OrderId, SentRow> present;
    for (const BulkPreviewRow &row : read->rows) {
        present.insert(row.order, {read->judgementOf(row), read->amountOf(row)});
    }
    return std::any_of(rows.begin(), rows.end(), [&](const BulkPreviewRow &before) {
        const auto row = present.constFind(before.order);
        return row == present.constEnd() || // gone
               hasMoved({shown.judgementOf(before), shown.amountOf(before)}, *row);
    });
}

/// @param told none: all of them
StorageResult<bool> anyMoved(Database &database, const PreviewAnswer &answer,
                             const std::optional<QSet<OrderId>> &told, const PaymentRules &rules,
                             const QDateTime &now)
{
    QList<BulkPreviewRow> chunk;
    const QList<BulkPreviewRow> &rows = answer.preview.rows;
    for (qsizetype place = 0; place < rows.size(); ++place) {
        if (!told || told->contains(rows.at(place).order)) {
            chunk.append(rows.at(place));
        }
        const bool full = chunk.size() == ChunkSize || place + 1 == rows.size();
        if (!full || chunk.isEmpty()) {
            continue;
        }
        const auto moved = anyMoved(database, answer.preview, chunk, rules, now);
        if (!moved || *moved) {
            return moved;
        }
        chunk.clear();
    }
    return false;
}

} // namespace

bool hasMoved(const SentRow &before, const SentRow &now)
{
    const BulkJudgement &seen = before.judgement;
    if (seen.runs() != now.judgement.runs()) {
        return true;
    }
    if (!seen.runs()) {
        return false; // is not sent, now as before
    }
    const bool statusMoved = !seen.statusWord.isEmpty() && seen.statusWord != now.judgement.statusWord;
    const bool amountMoved = before.amount && before.amount != now.amount;
    return statusMoved || amountMoved || (!seen.jobCd.isEmpty() && seen.jobCd != now.judgement.jobCd);
}

PreviewWatch::PreviewWatch(ShopSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(200ms);
    connect(&m_pause, &QTimer::timeout, this, &PreviewWatch::read);
    connect(&session, &ShopSession::paymentChanged, this, [this](PaymentId, OrderId order) { add(order); });
    connect(&session, &ShopSession::orderChanged, this, &PreviewWatch::add);
    connect(&session, &ShopSession::ordersChanged, this, &PreviewWatch::addAll);
}

void PreviewWatch::watch(const std::shared_ptr<const PreviewAnswer> &answer)
{
    m_answer = answer;
    m_told.clear();
    m_allTold = false;
    m_pause.stop();
}

void PreviewWatch::add(OrderId order)
{
    if (m_answer) {
        m_told.insert(order);
        if (!m_pause.isActive()) {
            m_pause.start();
        }
    }
}

/// An import says only that there were many.
void PreviewWatch::addAll()
{
    if (m_answer) {
        m_allTold = true;
        m_pause.start();
    }
}

void PreviewWatch::read()
{
    if (m_reading || !m_answer || (m_told.isEmpty() && !m_allTold)) {
        return;
    }
    m_reading = true;
    const auto rules = [](Shop &shop) { return shop.context().rules; };
    whenDone(
        m_session.onEngine(rules), this, [this](const PaymentRules &known) { compare(known); },
        [this] { m_reading = false; });
}

void PreviewWatch::compare(const PaymentRules &rules)
{
    if (!m_answer) {
        m_reading = false;
        return;
    }
    const auto named = std::exchange(m_told, {});
    const auto told = std::exchange(m_allTold, false) ? std::nullopt : std::optional(named);
    const auto job = [answer = m_answer, told, rules, now = m_session.gatewayNow()](Database &database) {
        return anyMoved(database, *answer, told, rules, now);
    };
    const auto done = [this, answer = m_answer](const StorageResult<bool> &moved) {
        m_reading = false;
        if (answer == m_answer && moved && *moved) {
            watch(nullptr);
            emit this->moved();
        }
        read(); // what was told meanwhile
    };
    whenDone(m_session.onReader(WatchKind, job), this, done, [this] { m_reading = false; });
}

} // namespace kessai
