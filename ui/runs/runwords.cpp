#include "ui/runs/runwords.h"

#include "core/gmo/errortable.h"
#include "ui/text/formats.h"
#include "ui/text/language.h"
#include "ui/text/words.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Why it ended so, and each code with its meaning.
QStringList linesOf(const RunItem &item)
{
    QStringList lines{changeProblem(item), Words::of(item.reason)};
    for (const QString &code : item.codes) {
        lines.append(RunWords::tr("%1: %2").arg(code, RunWords::meaningOfCode(code)));
    }
    return lines;
}

/// 楽天ペイ is asked and answers later (design.md §6).
QString sentWordOf(OperationKind kind, PaymentMethod method)
{
    const bool wallet = method == PaymentMethod::Rakuten;
    switch (kind) {
    case OperationKind::Capture:
        return wallet ? RunWords::tr("売上確定の依頼") : RunWords::tr("売上確定");
    case OperationKind::Cancel:
        return wallet ? RunWords::tr("取消の依頼") : RunWords::tr("取消");
    case OperationKind::Change:
        return wallet ? RunWords::tr("金額変更の依頼") : RunWords::tr("決済金額変更");
    case OperationKind::Reauthorize:
        break;
    }
    return RunWords::tr("再オーソリ");
}

/// For what may have moved without this operation.
QString openTheOrder()
{
    return RunWords::tr("注文を開いて、今の状態を確かめてください。");
}

/// Only where the read after it showed the payment as before (RefusedByGateway, NoEffect, Declined) is it
/// said that nothing has moved.
QString adviceOfRefused(OperationKind kind, const RunItem &item)
{
    const bool untouched = item.reason == EndReason::RefusedByGateway || item.reason == EndReason::NoEffect;
    const bool declinedByCode = std::any_of(item.codes.begin(), item.codes.end(), [](const QString &code) {
        return ErrorTable::embedded().meaningOf(code).category == u"card-declined"_s;
    });
    if (item.reason == EndReason::Declined || (untouched && declinedByCode)) {
        return Words::afterDecline(kind);
    }
    if (item.reason == EndReason::NoEffect) {
        return RunWords::tr("何も変わっていないことを確かめました。もう一度実行できます。");
    }
    return untouched
               ? RunWords::tr("請求は動いていません。コードの意味を確かめてから、もう一度実行してください。")
               : openTheOrder();
}

/// This operation sent nothing; what else has happened to the payment is another matter.
QString adviceOfCancelled(EndReason reason)
{
    const QString unsent = RunWords::tr("この操作では、GMOに何も送信していません。");
    const QString again = RunWords::tr("注文の今の状態を確かめてから、もう一度実行できます。");
    switch (reason) {
    case EndReason::AlreadyDone: // by whomever, or accepted by the wallet: the buyer may be charged
        return RunWords::tr("この操作の前に、同じ処理が済んでいるか、受け付けられています。再操作せずに、"
                            "注文を開いて確かめてください。");
    case EndReason::Held: // a late effect, another operation or a finding
        return RunWords::tr("再操作せずに、結果の確認が終わるまでお待ちください。要確認になっているときは、"
                            "注文を開いて先に解決してください。");
    case EndReason::AmountMoved:
    case EndReason::Difference:
        return Formats::sentences({unsent, RunWords::tr("金額を確かめてから、もう一度実行できます。")});
    case EndReason::WrongState: // sold and returned meanwhile, perhaps
    case EndReason::NoPayment:
    case EndReason::AmbiguousPayment:
    case EndReason::DeadlineOver:
        return Formats::sentences({unsent, openTheOrder()});
    case EndReason::Midnight: // the reason says when to try again
        return unsent;
    case EndReason::NotSent: // the reason says all of it
        return {};
    case EndReason::NoGatewayDate:
    case EndReason::Withdrawn:
        return Formats::sentences({unsent, again});
    case EndReason::Unreadable: // the reason says that nothing was sent
        return again;
    case EndReason::None:
    case EndReason::RefusedByGateway:
    case EndReason::Declined:
    case EndReason::NoEffect:
    case EndReason::NoAnswer:
    case EndReason::Contradiction:
    case EndReason::UnexpectedState:
    case EndReason::UnknownOrder:
        break;
    }
    return openTheOrder();
}

/// 一時停止 and 中止 of a run that moves no money.
QString stopExplanationOfOrders(const RunStore::Run &run)
{
    const bool refresh = run.kind == RunKind::Refresh;
    if (run.state == RunStore::State::Running) {
        return refresh ? RunWords::tr(
                             "一時停止: 次の確認をやめます。再開すると残りを続けます。中止: 残りは確認せず"
                             "に終わります。どちらも、GMOに問い合わせ中の分は回答を待ちます。")
                       : RunWords::tr(
                             "一時停止: 次の変更をやめます。再開すると残りを続けます。中止: 残りは変更せず"
                             "に終わります。変更した注文はそのままです。");
    }
    return refresh ? RunWords::tr("再開: 残りを続けます。中止: 残りは確認せずに終わります。")
                   : RunWords::tr("再開: 残りを続けます。中止: 残りは変更せずに終わります。");
}

} // namespace

QString RunWords::nameOf(OperationKind kind)
{
    return Words::of(runKindOf(kind));
}

QString RunWords::nameOf(const RunStore::Run &run)
{
    return Words::of(run.kind, run.wantedStatus);
}

QString RunWords::sentWord(OperationKind kind, PaymentMethod method, const QString &jobCd)
{
    if (jobCd.isEmpty()) {
        return method == PaymentMethod::Card ? tr("実行の直前に決まります") : sentWordOf(kind, method);
    }
    if (kind == OperationKind::Cancel) {
        return jobCd == u"VOID"     ? tr("取消（VOID）")
               : jobCd == u"RETURN" ? tr("返品（RETURN）")
                                    : tr("月跨ぎ返品（RETURNX）");
    }
    return jobCd == u"SALES"  ? tr("実売上（SALES）") // S117–S121, as in the history
           : jobCd == u"AUTH" ? tr("仮売上（AUTH）")
                              : tr("即時売上（CAPTURE）");
}

QString RunWords::meaningOfCode(const QString &code)
{
    const ErrorMeaning meaning = ErrorTable::embedded().meaningOf(code);
    return Language::isEnglish() ? meaning.meaningEn : meaning.meaningJa;
}

QString RunWords::reasonOf(const RunItem &item)
{
    return Formats::sentences(linesOf(item));
}

QStringList RunWords::explanationOf(RunKind kind, const RunItem &item)
{
    QStringList lines = linesOf(item);
    if (const auto operation = operationOf(kind)) {
        lines.append(adviceOf(*operation, item));
    }
    lines.removeAll({});
    return lines;
}

QString RunWords::adviceOf(OperationKind kind, const RunItem &item)
{
    switch (item.state) {
    case OperationState::Done:
        return {};
    case OperationState::Refused:
        return adviceOfRefused(kind, item);
    case OperationState::Cancelled:
        return adviceOfCancelled(item.reason);
    case OperationState::InDoubt:
        return tr("再操作は不要です。GMOの状態を自動で読み直して、結果を確かめます。");
    case OperationState::Conflict:
        return tr("注文を開いて決済ログを確認し、理由を付けて解決してください。");
    case OperationState::Planned:
        return tr("まだ何も送信していません。");
    case OperationState::Claimed:
    case OperationState::Armed:
        return tr("GMOの回答を待っています。再操作は不要です。");
    }
    return {};
}

QString RunWords::statusSentence(OrderStatus status, qint64 changed, qint64 refused)
{
    const QString word = Words::of(status);
    return Formats::sentences(
        {changed > 0 ? tr("%n件の対応状況を「%1」にしました。", nullptr, int(changed)).arg(word)
                     : tr("対応状況を「%1」に変更した注文はありません。").arg(word),
         refused > 0 ? tr("%n件は変更できませんでした。", nullptr, int(refused)) : QString()});
}

std::optional<OrderStatus> RunWords::pairedStatus(OperationKind kind)
{
    return kind == OperationKind::Capture  ? std::optional(OrderStatus::Paid)
           : kind == OperationKind::Cancel ? std::optional(OrderStatus::Cancelled)
                                           : std::nullopt;
}

std::optional<OrderStatus> RunWords::pairedStatus(RunKind kind)
{
    const auto operation = operationOf(kind);
    return operation ? pairedStatus(*operation) : std::nullopt;
}

QString RunWords::headline(const RunProgress &progress)
{
    const QString name = nameOf(progress.run);
    switch (progress.run.state) {
    case RunStore::State::Running:
        if (progress.run.kind == RunKind::Refresh) {
            return tr("決済状態を確認しています");
        }
        return progress.run.wantedStatus
                   ? tr("対応状況を「%1」に変更しています").arg(Words::of(*progress.run.wantedStatus))
                   : tr("%1を実行しています").arg(name);
    case RunStore::State::Paused:
        return tr("%1は一時停止しています").arg(name);
    case RunStore::State::Finished:
        break;
    }
    const qint64 inDoubt = progress.counts.value(OperationState::InDoubt);
    if (progress.run.wasStopped()) {
        return inDoubt > 0 ? tr("%1を中止しました（結果確認中 %2件）").arg(name, Formats::count(inDoubt))
                           : tr("%1を中止しました").arg(name);
    }
    return inDoubt > 0 ? tr("%1の送信は終わりました（結果確認中 %2件）").arg(name, Formats::count(inDoubt))
                       : tr("%1が終わりました").arg(name);
}

QString RunWords::duration(qint64 seconds)
{
    if (seconds < 60) {
        return tr("約%n秒", nullptr, int(qMax<qint64>(1, seconds)));
    }
    return seconds < 3600 ? tr("約%n分", nullptr, int((seconds + 30) / 60))
                          : tr("約%1時間%2分").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString RunWords::progressSentence(const RunProgress &progress)
{
    QStringList sentences{total(progress)};
    const qint64 underWay =
        progress.counts.value(OperationState::Claimed) + progress.counts.value(OperationState::Armed);
    if (progress.run.state == RunStore::State::Running) {
        if (progress.perSecond > 0) {
            const QString rate = QString::number(progress.perSecond, 'f', 1);
            sentences.append(progress.restSeconds
                                 ? tr("毎秒%1件、残り%2です。").arg(rate, duration(*progress.restSeconds))
                                 : tr("毎秒%1件です。").arg(rate));
        }
        return Formats::sentences(sentences);
    }
    if (underWay > 0) {
        sentences.append(tr("送信済みの%n件は、GMOの回答を待っています。", nullptr, int(underWay)));
    }
    sentences.append(progress.run.reasonInWords());
    return Formats::sentences(sentences);
}

QString RunWords::total(const RunProgress &progress, const RunSums *sums)
{
    QStringList parts;
    for (const RunPart &part : runPartsOf(progress.run)) {
        const bool rest = part.key == u"rest" && progress.run.state != RunStore::State::Finished;
        if (part.count == 0 && !parts.isEmpty() && !rest) { // the first is what it was for: 0 too
            continue;
        }
        const QString count = Formats::count(part.count);
        parts.append(
            part.key == u"done" && sums
                ? tr("%1 %2件（%3）")
                      .arg(part.word, count, Formats::yen(sums->yenByState.value(OperationState::Done)))
                : tr("%1 %2件").arg(part.word, count));
    }
    return tr("%1件のうち、%2です。").arg(Formats::count(progress.total), parts.join(tr("、")));
}

QString RunWords::stopExplanation(const RunProgress &progress)
{
    const bool over = progress.run.state == RunStore::State::Finished;
    if (!over && !progress.run.movesMoney()) {
        return stopExplanationOfOrders(progress.run);
    }
    switch (progress.run.state) {
    case RunStore::State::Running:
        return tr(
            "一時停止: 次の送信をやめます。再開すると残りを続けます。中止: まだ送信していない分を取りやめ"
            "て終わります。どちらも、送信済みの分は結果を待ちます。");
    case RunStore::State::Paused:
        return tr("再開: 残りを続けます。中止: 残りを取りやめて終わります。GMOには何も送信しません。");
    case RunStore::State::Finished:
        break;
    }
    return {};
}

QString RunWords::again(RunKind kind, std::optional<qint64> count)
{
    const QString what = kind == RunKind::Refresh  ? tr("確認できなかった注文をもう一度")
                         : kind == RunKind::Status ? tr("変更できなかった注文をもう一度")
                                                   : tr("不成立と取りやめをもう一度");
    return count ? tr("%1（%2件）").arg(what, Formats::count(*count)) : what;
}

QString RunWords::brief(const RunProgress &progress)
{
    const qint64 inDoubt = progress.counts.value(OperationState::InDoubt);
    const QString name = nameOf(progress.run);
    const QString known = Formats::count(progress.ended() - inDoubt);
    const QString all = Formats::count(progress.total);
    return inDoubt > 0 ? tr("%1 %2/%3（結果確認中 %4）").arg(name, known, all, Formats::count(inDoubt))
                       : tr("%1 %2/%3").arg(name, known, all);
}

} // namespace kessai
