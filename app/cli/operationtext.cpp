#include "app/cli/operationtext.h"

#include "app/cli/textwriter.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

QString whyText(const OperationItem &item)
{
    QStringList parts{item.problem.isEmpty() ? reasonSentence(item.reason) : item.problem};
    if (!item.codes.isEmpty()) {
        parts.append(item.codes.join(u'|'));
    }
    if (!item.heldBy.isEmpty()) {
        parts.append(item.heldBy);
    }
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace

QString stateText(OperationState state)
{
    switch (state) {
    case OperationState::Planned:
        return u"待機中"_s;
    case OperationState::Claimed:
    case OperationState::Armed:
        return u"処理中"_s;
    case OperationState::InDoubt:
        return u"結果確認中（再操作不要）"_s;
    case OperationState::Conflict:
        return u"要確認"_s;
    case OperationState::Done:
        return u"完了"_s;
    case OperationState::Refused:
        return u"不成立（影響なし）"_s;
    case OperationState::Cancelled:
        return u"取りやめ"_s;
    }
    return {};
}

QString operationLabel(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Capture:
        return u"売上確定(実売上)"_s;
    case OperationKind::Cancel:
        return u"取消(返品)"_s;
    case OperationKind::Change:
        return u"決済金額変更"_s;
    case OperationKind::Reauthorize:
        return u"再オーソリ"_s;
    }
    return {};
}

QString operationLabel(RunKind kind)
{
    const auto operation = operationOf(kind);
    if (operation) {
        return operationLabel(*operation);
    }
    return kind == RunKind::Refresh ? u"状態一括確認"_s : u"対応状況の変更"_s;
}

QString countsText(const QMap<OperationState, qint64> &counts)
{
    using State = OperationState;
    const qint64 inDoubt = counts.value(State::InDoubt) + counts.value(State::Armed);
    const qint64 waiting = counts.value(State::Planned) + counts.value(State::Claimed);
    return u"完了 %1、不成立 %2、取りやめ %3、結果確認中 %4、要確認 %5、待機中 %6"_s.arg(
        QString::number(counts.value(State::Done)), QString::number(counts.value(State::Refused)),
        QString::number(counts.value(State::Cancelled)), QString::number(inDoubt),
        QString::number(counts.value(State::Conflict)), QString::number(waiting));
}

QString orderCountsText(const QMap<OperationState, qint64> &counts)
{
    using State = OperationState;
    return u"完了 %1、できませんでした %2、取りやめ %3、待機中 %4"_s.arg(
        QString::number(counts.value(State::Done)), QString::number(counts.value(State::Refused)),
        QString::number(counts.value(State::Cancelled)), QString::number(counts.value(State::Planned)));
}

QString operationText(const OperationReport &report)
{
    QList<QStringList> rows{
        {u"注文番号"_s, u"決済オーダーID"_s, u"結果"_s, u"決済状況"_s, u"決済金額"_s, u"理由"_s}};
    for (const OperationItem &item : report.items) {
        const QString status = item.paymentStatus ? labelOf(*item.paymentStatus) : QString();
        const bool couldNotBe = !report.movesMoney && item.state == OperationState::Refused;
        rows.append({item.orderNumber, item.gatewayOrderId,
                     couldNotBe ? u"できませんでした"_s : stateText(item.state), status, yenText(item.amount),
                     whyText(item)});
    }
    QString text = report.items.isEmpty() ? QString() : alignedRows(rows, {4});
    const auto counts = countsOf(report.items);
    text += u"%1件: %2\n"_s.arg(QString::number(report.items.size()),
                                report.movesMoney ? countsText(counts) : orderCountsText(counts));
    if (report.run) {
        text += u"一括処理: %1\n"_s.arg(report.run->value);
    }
    return text;
}

QString pausedText(const QString &reason, const std::optional<RunId> &run)
{
    return run ? u"%1 続けるには kessai run %2 resume を実行してください。"_s.arg(reason, run->value)
               : reason;
}

QString itemsMissing()
{
    return u"実行した注文をデータベースからすべて読み取ることができませんでした。"_s;
}

QString reportAgainText(const RunId &run)
{
    return u"実行した分は記録されています。全件の結果は kessai run %1 report で確認してください。"_s.arg(
        run.value);
}

QString reasonSentence(EndReason reason)
{
    switch (reason) {
    case EndReason::None:
        return {};
    case EndReason::AlreadyDone:
        return u"すでにその状態です"_s;
    case EndReason::WrongState:
        return u"いまの決済状況ではできません"_s;
    case EndReason::AmountMoved:
        return u"決済金額が変わっていました"_s;
    case EndReason::Difference:
        return u"決済金額とお支払い合計に差異があります"_s;
    case EndReason::NoPayment:
        return u"対象の決済がありません（未連携か、GMO決済ではない注文です）"_s;
    case EndReason::AmbiguousPayment:
        return u"終わっていない決済が複数あります（--payment で指定してください）"_s;
    case EndReason::DeadlineOver:
        return u"期限を過ぎています"_s;
    case EndReason::Midnight:
        return u"日付の変わり目のため、0時1分30秒を過ぎてからやり直してください"_s;
    case EndReason::NoGatewayDate:
        return u"GMOの日時を読めませんでした"_s;
    case EndReason::Held:
        return u"別の操作が終わっていません"_s;
    case EndReason::Unreadable:
        return u"GMOの状態を読めませんでした"_s;
    case EndReason::NotSent:
        return u"送信していません"_s;
    case EndReason::Withdrawn:
        return u"取り下げられました"_s;
    case EndReason::RefusedByGateway:
        return u"GMOが受け付けませんでした"_s;
    case EndReason::Declined:
        return u"カード会社・決済会社が承認しませんでした"_s;
    case EndReason::NoEffect:
        return u"GMOに反映されていません"_s;
    case EndReason::NoAnswer:
        return u"GMOの回答がありません"_s;
    case EndReason::Contradiction:
        return u"GMOの回答と状態が合いません"_s;
    case EndReason::UnexpectedState:
        return u"GMOが予想と違う状態です"_s;
    case EndReason::UnknownOrder:
        return u"GMOにこの決済オーダーIDがありません"_s;
    }
    return {};
}

} // namespace kessai::cli
