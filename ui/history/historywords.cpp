#include "ui/history/historywords.h"

#include "core/gmo/errortable.h"
#include "ui/text/formats.h"
#include "ui/text/language.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString meaningOfCode(const QString &code)
{
    const ErrorMeaning meaning = ErrorTable::embedded().meaningOf(code);
    return Language::isEnglish() ? meaning.meaningEn : meaning.meaningJa;
}

QString period(const HistoryFilter &filter)
{
    const QString from = filter.from ? Formats::day(*filter.from) : QString();
    const QString to = filter.to ? Formats::day(*filter.to) : QString();
    if (from.isEmpty() && to.isEmpty()) {
        return HistoryWords::tr("すべての期間");
    }
    return from == to ? from : HistoryWords::tr("%1～%2").arg(from, to);
}

} // namespace

QString HistoryWords::kindOf(const RunStore::Run &run)
{
    return run.wantedStatus ? tr("対応状況：%1").arg(Words::of(*run.wantedStatus)) : Words::of(run.kind);
}

QString HistoryWords::of(RunStore::State state)
{
    switch (state) {
    case RunStore::State::Running:
        return tr("実行中");
    case RunStore::State::Paused:
        return tr("一時停止");
    case RunStore::State::Finished:
        return tr("終了");
    }
    return {};
}

QString HistoryWords::stopped()
{
    return tr("中止");
}

QString HistoryWords::of(const RunStore::Run &run)
{
    return run.wasStopped() ? stopped() : of(run.state);
}

Badge HistoryWords::badgeOf(const RunStore::Run &run)
{
    switch (run.state) {
    case RunStore::State::Running:
        return {of(run), Meaning::Motion, {}, {}};
    case RunStore::State::Paused:
        return {of(run), Meaning::NeedsWork, {}, {}};
    case RunStore::State::Finished:
        return {of(run), Meaning::Closed, {}, {}};
    }
    return {};
}

QString HistoryWords::sentWord(const QString &jobCd)
{
    const QList<std::pair<QString, QString>> words{
        {u"SALES"_s, tr("実売上")},       {u"VOID"_s, tr("取消")},   {u"RETURN"_s, tr("返品")},
        {u"RETURNX"_s, tr("月跨ぎ返品")}, {u"AUTH"_s, tr("仮売上")}, {u"CAPTURE"_s, tr("即時売上")},
        {u"CANCEL"_s, tr("キャンセル")},
    };
    for (const auto &[code, word] : words) {
        if (code == jobCd) {
            return tr("%1（%2）").arg(word, jobCd);
        }
    }
    return jobCd;
}

QString HistoryWords::reasonOf(EndReason reason, const QStringList &codes)
{
    QStringList sentences{Words::of(reason)};
    for (const QString &code : codes) {
        sentences.append(tr("%1: %2").arg(code, meaningOfCode(code)));
    }
    return Formats::sentences(sentences);
}

QString HistoryWords::conditions(const HistoryFilter &filter)
{
    QStringList parts{(filter.byEnd ? tr("終了日：%1") : tr("期間：%1")).arg(period(filter))};
    if (!filter.operatorName.isEmpty()) {
        parts.append(tr("担当者：%1").arg(filter.operatorName));
    }
    for (const OperationKind kind : filter.kinds) {
        parts.append(tr("種類：%1").arg(Words::of(kind)));
    }
    for (const RunKind kind : filter.runKinds) {
        parts.append(tr("種類：%1").arg(Words::of(kind)));
    }
    for (const OperationState state : filter.states) {
        parts.append(tr("状態：%1").arg(Words::of(state)));
    }
    for (const RunStore::State state : filter.runStates) {
        parts.append(tr("状態：%1").arg(filter.stopped.value_or(false) ? stopped() : of(state)));
    }
    parts.removeDuplicates(); // two states of one word
    return parts.join(u"　"_s);
}

} // namespace kessai
