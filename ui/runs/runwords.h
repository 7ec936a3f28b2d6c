#pragma once

#include "core/services/bulkpreview.h"
#include "core/services/runprogress.h"
#include "ui/models/runparts.h"

#include <QCoreApplication>

namespace kessai {

/// Sentences about bulk runs: before, while and after they work (screens.md "Preview, run, report").
class RunWords
{
    Q_DECLARE_TR_FUNCTIONS(RunWords)

public:
    /// 一括売上, 一括取消, 一括再オーソリ (S110–S112): of the run with this command.
    static QString nameOf(OperationKind kind);
    /// What is sent, as staff and as the gateway call it: 返品（RETURN）; of a method without such words the
    /// operation: 取消の依頼; where only the pre-check decides, a sentence.
    static QString sentWord(OperationKind kind, PaymentMethod method, const QString &jobCd);
    /// What a row of the report says: why it ended so, with the meaning of the gateway's codes.
    static QString reasonOf(const RunItem &item);
    /// The same in lines: the reason, each code with its meaning, and what to do about it.
    static QStringList explanationOf(RunKind kind, const RunItem &item);
    /// What to do about a row of a report on money; "" nothing.
    static QString adviceOf(OperationKind kind, const RunItem &item);
    /// 2件の対応状況を「入金済み」にしました。1件は変更できませんでした。
    static QString statusSentence(OrderStatus status, qint64 changed, qint64 refused);
    /// What one code of the gateway means, in the language of the window.
    static QString meaningOfCode(const QString &code);

    // The preview.
    /// What can be done so that a row is not left out; "" where its reason says that already.
    static QString adviceOf(RuleReason reason);
    /// 482件、合計 ¥9,214,300 を売上確定します。18件は対象外です。
    static QString summary(const BulkPreview &preview);
    /// The start button: 482件 ¥9,214,300 を売上確定する.
    static QString verb(const BulkPreview &preview);
    struct SentLine
    {
        QString word;
        qint64 count = 0;
        Yen total;
    };
    /// Per word that will be sent, the most frequent first; with the method where it has no words.
    static QList<SentLine> sentLines(const BulkPreview &preview);
    /// What follows for each of the methods that run, and until when it can be undone.
    /// @param undoUntil of cards
    /// @param firstUntil the earliest deadline of what runs; none: none is known
    static QString consequence(const BulkPreview &preview, const QDate &undoUntil,
                               const std::optional<Deadline> &firstUntil);
    /// Ticked, but not to be seen in the list; "" none.
    static QString hiddenSentence(qint64 hidden);
    /// 対応状況 that goes with the command (S64, S66); none for the others.
    static std::optional<OrderStatus> pairedStatus(OperationKind kind);
    static std::optional<OrderStatus> pairedStatus(RunKind kind);

    // The run.
    static QString headline(const RunProgress &progress);
    /// 一括売上, 対応状況の変更（入金済み）.
    static QString nameOf(const RunStore::Run &run);
    /// What became of its items so far, those in doubt apart, and how fast it is or why it stands still.
    static QString progressSentence(const RunProgress &progress);
    /// 500件のうち、完了 480件（¥9,100,000）、不成立 5件 … : adds up; the rest too while there may be one.
    /// @param sums none: without the yen
    static QString total(const RunProgress &progress, const RunSums *sums = nullptr);
    /// What 一時停止 and 中止 do.
    static QString stopExplanation(const RunProgress &progress);
    /// 約2分 of seconds.
    static QString duration(qint64 seconds);
    /// The button that asks again for what could not be done or was withdrawn.
    /// @param count that would run now; none: not known
    static QString again(RunKind kind, std::optional<qint64> count);
    /// For the status bar: 一括売上 312/500; what is in doubt has no result yet and is named apart.
    static QString brief(const RunProgress &progress);
};

} // namespace kessai
