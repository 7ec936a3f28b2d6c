// RunWords about a preview: what follows from the command, by the methods that run.
#include "core/domain/methodrules.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"

#include <QSet>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// What runs, as far as something else follows for it.
struct Running
{
    explicit Running(const BulkPreview &preview)
    {
        for (const BulkJudgement &judgement : preview.judgements) {
            if (!judgement.runs()) {
                continue;
            }
            cards |= judgement.method == PaymentMethod::Card;
            wallet |= judgement.method == PaymentMethod::Rakuten;
            cash |= !hasOperation(judgement.method, OperationKind::Capture);
            others |= judgement.method != PaymentMethod::Card;
            atOnce |= judgement.method != PaymentMethod::Rakuten;
            charged |= judgement.jobCd == u"CAPTURE";
        }
    }
    bool cards = false;
    bool wallet = false;  ///< 楽天ペイ
    bool cash = false;    ///< store, Pay-easy
    bool others = false;  ///< no cards
    bool atOnce = false;  ///< what is answered is done
    bool charged = false; ///< a card is authorised and sold
};

QString ofCapture(const Running &running, const QString &undo, const QString &first)
{
    return Formats::sentences(
        {running.atOnce ? RunWords::tr("購入者への請求が確定し、取引状態は実売上済みになります。")
                        : QString(),
         running.wallet
             ? RunWords::tr("楽天ペイは、受け付けられると注文確定受付になり、後で実売上済みになります。")
             : QString(),
         !running.cards   ? QString()
         : running.others ? RunWords::tr("カードは、%1 まで取消(返品)ができます。").arg(undo)
                          : RunWords::tr("%1 までは取消(返品)ができます。").arg(undo),
         first.isEmpty() ? QString() : RunWords::tr("いちばん早い売上期限は %1 です。").arg(first)});
}

QString ofCancel(const Running &running, const QString &undo)
{
    if (!running.others) {
        return RunWords::tr("取消は元に戻せません。%1 "
                            "までは再オーソリで与信を取り直せます（カード会社の承認が必要です"
                            "）。")
            .arg(undo);
    }
    return Formats::sentences(
        {RunWords::tr("取消は元に戻せません。"),
         running.cash ? RunWords::tr("コンビニとPay-easyの購入者は、支払えなくなります。") : QString(),
         running.wallet
             ? RunWords::tr("楽天ペイは、受け付けられるとキャンセル受付になり、後でキャンセルになります。")
             : QString(),
         running.cards
             ? RunWords::tr("カードは、%1 まで再オーソリで与信を取り直せます（カード会社の承認が必要"
                            "です）。")
                   .arg(undo)
             : QString()});
}

/// Which state follows (design.md §6): all of a preview have the shop's one word.
QString ofReauthorization(const Running &running, const QString &undo)
{
    return Formats::sentences(
        {running.charged ? RunWords::tr("取引状態は即時売上済みになり、購入者への請求がすぐに確定します。")
                         : RunWords::tr("取引状態は仮売上済みになります。請求はまだ確定しません。"),
         RunWords::tr("購入者のカードで新しく与信を取ります。カード会社が承認しないこともあります。%1 "
                      "までは取消が"
                      "できます。")
             .arg(undo)});
}

QString ofChange(const Running &running)
{
    return Formats::sentences(
        {running.cards
             ? RunWords::tr("新しい金額で与信を取り直します。カード会社が承認しないこともあります。")
             : QString(),
         running.wallet
             ? RunWords::tr("楽天ペイは、受け付けられると注文金額変更受付になり、楽天ペイの最終結果"
                            "が出ると金額が変わります。")
             : QString()});
}

} // namespace

QString RunWords::consequence(const BulkPreview &preview, const QDate &undoUntil,
                              const std::optional<Deadline> &firstUntil)
{
    if (preview.runCount == 0) {
        return {};
    }
    const Running running(preview);
    const QString undo = Formats::day(undoUntil);
    switch (preview.kind) {
    case OperationKind::Capture:
        return ofCapture(running, undo, firstUntil ? Formats::deadline(*firstUntil) : QString());
    case OperationKind::Cancel:
        return ofCancel(running, undo);
    case OperationKind::Reauthorize:
        return ofReauthorization(running, undo);
    case OperationKind::Change:
        return ofChange(running);
    }
    return {};
}

} // namespace kessai
