#pragma once

#include "core/services/bulkpreview.h"
#include "core/services/shopsession.h"
#include "ui/runs/previewsheet.h"
#include "ui/runs/runwords.h"

#include <QObject>

#include <memory>

namespace kessai {

/// What a preview is asked about.
struct PreviewQuestion : PreviewedOrders
{
    OperationKind kind = OperationKind::Capture;
    bool keepGatewayAmount = false; ///< CAPTURE: 「決済金額のまま」 for differing amounts
};

/// A preview with everything in it that the page shows.
class PreviewAnswer : public PreviewSheet
{
public:
    [[nodiscard]] int rowCount() const override { return int(preview.rows.size()); }
    [[nodiscard]] Row rowAt(int place) const override;
    [[nodiscard]] Cells cellsAt(int place, const RowNames &names) const override;
    /// @param reason a RuleReason
    [[nodiscard]] QString reasonText(int reason) const override;

    BulkPreview preview;
    QDate undoUntil; ///< last day on which what is done today to a card can be undone at the gateway
    QDate madeOn;    ///< the gateway's day: cancel words move with it
    /// Of the orders that run: 対応状況 that the shop's moves allow to become the paired one (S64, S66).
    qint64 pairedAllowed = 0;
    QList<RunWords::SentLine> sentLines;
    std::optional<Deadline> firstUntil; ///< the earliest deadline of what runs
    bool remarks = false;               ///< there is something to say of one that runs

    /// From the preview alone.
    void lookThrough();
};

/// All that a preview shows, on a read-only connection: the whole cost of one.
/// @param now the gateway's time, as near as known
/// @param today its day
StorageResult<std::shared_ptr<const PreviewAnswer>> readPreview(Database &database,
                                                                const PreviewQuestion &question,
                                                                const PaymentRules &rules,
                                                                const QDateTime &now, const QDate &today);

/// Reads a preview on the reader's thread; a newer question drops the older one.
class PreviewReading : public QObject
{
    Q_OBJECT

public:
    explicit PreviewReading(ShopSession &session, QObject *parent = nullptr);

    void ask(const PreviewQuestion &question);
    /// Esc: drops what is being read.
    void stop();
    [[nodiscard]] bool isReading() const { return m_reading; }

signals:
    void answered(const std::shared_ptr<const kessai::PreviewAnswer> &answer);
    void failed(const QString &message);

private:
    void read(const PreviewQuestion &question, const PaymentRules &rules);
    void fail(const QString &message);

    ShopSession &m_session;
    int m_generation = 0; ///< of the question; later ones make the earlier answers worthless
    bool m_reading = false;
};

} // namespace kessai
