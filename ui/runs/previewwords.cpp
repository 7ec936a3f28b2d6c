// RunWords about a preview: what a bulk command is going to do.
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString summaryOfSum(OperationKind kind, const QString &count, const QString &yen)
{
    switch (kind) {
    case OperationKind::Capture:
        return RunWords::tr("%1件、合計 %2 を売上確定します。").arg(count, yen);
    case OperationKind::Cancel:
        return RunWords::tr("%1件、合計 %2 を取り消します。").arg(count, yen);
    case OperationKind::Change:
        return RunWords::tr("%1件の決済金額を変更し、合計 %2 にします。").arg(count, yen);
    case OperationKind::Reauthorize:
        break;
    }
    return RunWords::tr("%1件、合計 %2 を再オーソリします。").arg(count, yen);
}

} // namespace

QString RunWords::summary(const BulkPreview &preview)
{
    const QString count = Formats::count(preview.runCount);
    const QString yen = Formats::yen(preview.runTotal);
    qint64 out = 0;
    for (const qint64 number : preview.leftOut) {
        out += number;
    }
    QStringList sentences;
    if (preview.runCount == 0) {
        sentences.append(tr("実行できる注文がありません。"));
    } else if (preview.withoutAmount == preview.runCount) { // ¥0 would be no sum
        sentences.append(
            tr("%1件を%2の対象にします。金額はまだ分かりません。").arg(count, nameOf(preview.kind)));
    } else {
        sentences.append(summaryOfSum(preview.kind, count, yen));
    }
    if (out > 0) {
        sentences.append(tr("%1件は対象外です。").arg(Formats::count(out)));
    }
    return Formats::sentences(sentences);
}

QString RunWords::adviceOf(RuleReason reason)
{
    switch (reason) {
    case RuleReason::NotLinked:
        return tr("連携ファイルを取り込むと、決済オーダーIDが分かります。");
    case RuleReason::WrongState:
        return tr("状態一括確認でGMOの今の状態を読み直せます。");
    case RuleReason::OperationLive:
        return tr("再操作は不要です。結果が分かってから、必要ならもう一度実行してください。");
    case RuleReason::WaitsInRun:
        return tr("その一括処理を再開するか中止してください。");
    case RuleReason::FindingOpen:
    case RuleReason::AmbiguousPayment:
    case RuleReason::OtherPaymentOpen:
        return tr("注文を開いて、決済の内容を確かめてください。");
    case RuleReason::None:
    case RuleReason::NotGatewayMethod:
    case RuleReason::NeverRead:
    case RuleReason::AlreadyCaptured:
    case RuleReason::ImmediateSale:
    case RuleReason::CaptureDeadlineOver:
    case RuleReason::ChangeDeadlineOver:
    case RuleReason::DifferenceBlocksCapture:
    case RuleReason::NoDifference:
    case RuleReason::AmountOutOfRange:
    case RuleReason::MidnightGuard:
    case RuleReason::MethodNotSupported:
        break;
    }
    return {};
}

QString RunWords::verb(const BulkPreview &preview)
{
    const QString count = Formats::count(preview.runCount);
    const QString yen = Formats::yen(preview.runTotal);
    const bool yenKnown = preview.withoutAmount < preview.runCount;
    switch (preview.kind) {
    case OperationKind::Capture:
        return yenKnown ? tr("%1件 %2 を売上確定する").arg(count, yen) : tr("%1件を売上確定する").arg(count);
    case OperationKind::Cancel:
        return yenKnown ? tr("%1件 %2 を取消(返品)する").arg(count, yen)
                        : tr("%1件を取消(返品)する").arg(count);
    case OperationKind::Change:
        return yenKnown ? tr("%1件 %2 に決済金額変更する").arg(count, yen)
                        : tr("%1件を決済金額変更する").arg(count);
    case OperationKind::Reauthorize:
        break;
    }
    return yenKnown ? tr("%1件 %2 を再オーソリする").arg(count, yen) : tr("%1件を再オーソリする").arg(count);
}

QList<RunWords::SentLine> RunWords::sentLines(const BulkPreview &preview)
{
    QMap<QString, SentLine> byWord;
    for (const BulkJudgement &judgement : preview.judgements) {
        if (judgement.runs()) {
            SentLine &line = byWord[judgement.jobCd];
            line.count += judgement.count;
            line.total += judgement.total;
        }
    }
    QList<SentLine> lines;
    for (auto word = byWord.begin(); word != byWord.end(); ++word) {
        word->word = sentWord(preview.kind, word.key());
        lines.append(*word);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const SentLine &one, const SentLine &other) { return one.count > other.count; });
    return lines;
}

namespace {

/// Which state follows a re-authorisation (design.md §6): all of a preview have the shop's one word.
QString reauthorized(const BulkPreview &preview)
{
    const bool charged =
        std::any_of(preview.judgements.begin(), preview.judgements.end(), [](const BulkJudgement &judgement) {
            return judgement.runs() && judgement.jobCd == u"CAPTURE";
        });
    return charged ? RunWords::tr("取引状態は即時売上済みになり、購入者への請求がすぐに確定します。")
                   : RunWords::tr("取引状態は仮売上済みになります。請求はまだ確定しません。");
}

} // namespace

QString RunWords::consequence(const BulkPreview &preview, const QDate &undoUntil,
                              const std::optional<QDate> &firstUntil)
{
    if (preview.runCount == 0) {
        return {};
    }
    const QString firstDay = firstUntil ? Formats::day(*firstUntil) : QString();
    const QString undo = Formats::day(undoUntil);
    switch (preview.kind) {
    case OperationKind::Capture:
        return Formats::sentences(
            {tr("購入者への請求が確定し、取引状態は実売上済みになります。"),
             tr("%1 までは取消(返品)ができます。").arg(undo),
             firstUntil ? tr("いちばん早い売上期限は %1 です。").arg(firstDay) : QString()});
    case OperationKind::Cancel:
        return tr("取消は元に戻せません。%1 までは再オーソリで与信を取り直せます（カード会社の承認が必要です"
                  "）。")
            .arg(undo);
    case OperationKind::Reauthorize:
        return Formats::sentences(
            {reauthorized(preview),
             tr("購入者のカードで新しく与信を取ります。カード会社が承認しないこともあります。%1 "
                "までは取消が"
                "できます。")
                 .arg(undo)});
    case OperationKind::Change:
        return tr("新しい金額で与信を取り直します。カード会社が承認しないこともあります。");
    }
    return {};
}

QString RunWords::hiddenSentence(qint64 hidden)
{
    return hidden == 0 ? QString()
                       : tr("実行する注文のうち%1件は、一覧の今の検索条件では表示されていません。")
                             .arg(Formats::count(hidden));
}

} // namespace kessai
