#include "app/cli/logtext.h"

#include "app/cli/operationtext.h"
#include "app/cli/textwriter.h"
#include "core/base/japantime.h"
#include "core/services/transportdetail.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

QString sourceText(const QString &source)
{
    static const QHash<QString, QString> words{
        {u"PLAN"_s, u"依頼"_s},
        {u"CLAIM"_s, u"開始"_s},
        {u"ARM"_s, u"送信の記録"_s},
        {u"SEND"_s, u"送信"_s},
        {u"ANSWER"_s, u"GMOの回答"_s},
        {u"READ"_s, u"決済状態確認・反映"_s},
        {u"PERSON"_s, u"担当者の判断"_s},
        {u"SYSTEM"_s, u"自動処理"_s},
        {u"LINK"_s, u"連携"_s},
        {u"UNLINK"_s, u"連携の解除"_s},
        {u"STATUS"_s, u"対応状況の変更"_s},
        {u"REJECTED"_s, u"取りやめ"_s},
        {u"IMPORT"_s, u"取込"_s},
        {u"FINDING"_s, u"相違の解決"_s},
        {u"EDIT"_s, u"受注の編集"_s},
        {u"NOTE"_s, u"引き継ぎ"_s},
        {u"TAKEOVER"_s, u"編集の引き取り"_s},
    };
    return words.value(source, source);
}

QString answerText(const QString &result)
{
    static const QHash<QString, QString> words{
        {u"SUCCESS"_s, u"成功"_s},
        {u"REFUSAL"_s, u"拒否"_s},
        {u"BUSY"_s, u"混雑"_s},
        {u"CONTRADICTION"_s, u"矛盾"_s},
        {u"AMBIGUOUS"_s, u"結果不明"_s},
        {u"UNSENT"_s, u"未送信"_s},
        {u"READ"_s, u"読み取り"_s},
        {u"UNKNOWN_ORDER"_s, u"取引なし"_s},
        {u"UNREADABLE"_s, u"読み取れず"_s},
        {u"SHOP_REFUSED"_s, u"ショップ拒否"_s},
        {u"ADOPTED"_s, u"引き継ぎ"_s},
        {u"REASON"_s, u"理由"_s},
    };
    if (operationStateFromCode(result)) {
        return {}; // it has a column of its own
    }
    const auto reason = endReasonFromCode(result);
    return reason && !words.contains(result) ? reasonSentence(*reason) : words.value(result, result);
}

/// 新規受付 → 対応中
QString statusMove(const QString &content)
{
    static const QRegularExpression before(u"\\bfrom=(\\d+)"_s);
    static const QRegularExpression after(u"\\bto=(\\d+)"_s);
    const auto from = orderStatusFromId(before.match(content).captured(1).toInt());
    const auto to = orderStatusFromId(after.match(content).captured(1).toInt());
    return from && to ? u"%1 → %2"_s.arg(labelOf(*from), labelOf(*to)) : content;
}

/// Digests are there to be compared by programs; their beginning is enough for people.
QString contentText(const LogEntry &entry)
{
    if (entry.source == u"STATUS"_s) {
        return statusMove(entry.content);
    }
    static const QRegularExpression digest(u"\\b([0-9a-f]{8})[0-9a-f]{24,}\\b"_s);
    static const QRegularExpression detail(u"\\bdetail=(.*)$"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    QString content = entry.content;
    const auto noted = detail.match(content); // the last of the fields
    if (noted.hasMatch()) {
        content.replace(noted.capturedStart(), noted.capturedLength(),
                        u"通信=%1"_s.arg(transportDetailText(noted.captured(1))));
    }
    return content.replace(digest, u"\\1…"_s);
}

} // namespace

QString logText(const QList<LogEntry> &entries)
{
    QList<QStringList> rows{{u"時間"_s, u"操作"_s, u"種別"_s, u"内容"_s, u"状態"_s, u"結果"_s, u"コード"_s,
                             u"担当者"_s, u"PC"_s}};
    for (const LogEntry &entry : entries) {
        const auto state = operationStateFromCode(entry.state);
        rows.append({japantime::fromInstant(entry.at).toString(u"yyyy/MM/dd HH:mm:ss"_s),
                     entry.kind ? operationLabel(*entry.kind) : QString(), sourceText(entry.source),
                     contentText(entry), state ? stateText(*state) : entry.state, answerText(entry.result),
                     entry.codes.join(u'|'), entry.operatorName, entry.seat});
    }
    return alignedRows(rows);
}

} // namespace kessai::cli
