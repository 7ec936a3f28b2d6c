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
    case RuleReason::GatewayInWork:
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
    case RuleReason::CaptureTermOver:
    case RuleReason::NotOffered:
    case RuleReason::PaidInCash:
    case RuleReason::PaidByWebMoney:
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
            const QString word = sentWord(preview.kind, judgement.method, judgement.jobCd);
            const bool named = !judgement.jobCd.isEmpty() || judgement.method == PaymentMethod::Card;
            SentLine &line = byWord[named ? word : tr("%1（%2）").arg(word, Words::of(judgement.method))];
            line.count += judgement.count;
            line.total += judgement.total;
        }
    }
    QList<SentLine> lines;
    for (auto word = byWord.begin(); word != byWord.end(); ++word) {
        word->word = word.key();
        lines.append(*word);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const SentLine &one, const SentLine &other) { return one.count > other.count; });
    return lines;
}

QString RunWords::hiddenSentence(qint64 hidden)
{
    return hidden == 0 ? QString()
                       : tr("実行する注文のうち%1件は、一覧の今の検索条件では表示されていません。")
                             .arg(Formats::count(hidden));
}

} // namespace kessai
