#pragma once

#include "ui/runs/previewreading.h"

#include <QSet>
#include <QTimer>

namespace kessai {

/// Says when an order of the preview in sight is not any more what the person read. Much else is told of the
/// same orders: that they were read again, or have another 対応状況, is no reason to read the preview again.
///
/// Reads the orders that were told of on the reader's thread, all that come in a short while together.
class PreviewWatch : public QObject
{
    Q_OBJECT

public:
    explicit PreviewWatch(ShopSession &session, QObject *parent = nullptr);

    /// Watches this preview instead of the one before; none: nothing.
    void watch(const std::shared_ptr<const PreviewAnswer> &answer);

signals:
    /// Once for each preview.
    void moved();

private:
    void add(OrderId order);
    void addAll();
    void read();
    void compare(const PaymentRules &rules);

    ShopSession &m_session;
    std::shared_ptr<const PreviewAnswer> m_answer; ///< none: nothing is watched
    QSet<OrderId> m_told;                          ///< since the last look, its orders or others
    bool m_allTold = false;
    QTimer m_pause;
    bool m_reading = false;
};

/// What a row says of what it would send.
struct SentRow
{
    BulkJudgement judgement;
    std::optional<Yen> amount;
};
/// Whether the row is not any more what would be sent: it runs or not, as it did not; the gateway's word, the
/// amount or the word to send is another. What nobody had read before has not moved by being read.
bool hasMoved(const SentRow &before, const SentRow &now);

} // namespace kessai
