#include "core/domain/runreason.h"

#include "core/base/japantime.h"
#include "core/base/sentence.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using Code = RunReason::Code;

/// The words of the column; never to be changed.
constexpr std::array<std::pair<Code, QLatin1StringView>, 9> CodeWords{{
    {Code::PausedBy, "PAUSED_BY"_L1},
    {Code::StoppedBy, "STOPPED_BY"_L1},
    {Code::Closed, "CLOSED"_L1},
    {Code::OwnerGone, "OWNER_GONE"_L1},
    {Code::Breaker, "BREAKER"_L1},
    {Code::ShopRefused, "SHOP_REFUSED"_L1},
    {Code::StoreFailed, "STORE_FAILED"_L1},
    {Code::AnswersUnstored, "ANSWERS_UNSTORED"_L1},
    {Code::DiskFull, "DISK_FULL"_L1},
}};

QLatin1StringView wordOf(Code code)
{
    for (const auto &[known, word] : CodeWords) {
        if (known == code) {
            return word;
        }
    }
    return {};
}

Code codeFromWord(const QString &word)
{
    for (const auto &[code, known] : CodeWords) {
        if (word == known) {
            return code;
        }
    }
    return Code::None;
}

QString stoppedInWords(const RunReason &reason, bool over)
{
    const QString minute = japantime::fromInstant(reason.at).toString(u"yyyy/MM/dd HH:mm"_s);
    return over ? Sentence::tr("%1 に担当者（%2）が中止しました。").arg(minute, reason.text)
                : Sentence::tr("%1 に担当者（%2）が中止しました。まだ送信していない処理が残っています。")
                      .arg(minute, reason.text);
}

/// Nothing of what was never sent may have happened: it is no answer without a result.
QString breakerInWords(const RunReason &reason)
{
    if (reason.unsent == 0) {
        return Sentence::tr(
                   "結果の分からない応答が%1件続いたため一時停止しました。GMOとの接続を確認して再開してく"
                   "ださい。")
            .arg(reason.count);
    }
    if (reason.unsent >= reason.count) {
        return Sentence::tr(
                   "請求を送信できない状態が%1件続いたため一時停止しました（この%1件は送信していません）。"
                   "GMOとの接続を確認して再開してください。")
            .arg(reason.count);
    }
    return Sentence::tr("GMOから使える回答を得られない状態が%1件続いたため一時停止しました（うち%2件は送信し"
                        "ていません）。GMOとの接続を確認して再開してください。")
        .arg(reason.count)
        .arg(reason.unsent);
}

} // namespace

QString RunReason::stored() const
{
    const QLatin1StringView word = wordOf(code);
    if (word.isEmpty()) {
        return text;
    }
    QJsonObject object{{u"code"_s, QString(word)}};
    if (!text.isEmpty()) {
        object.insert(u"text"_s, text);
    }
    if (code == Code::Breaker) {
        object.insert(u"count"_s, count);
        object.insert(u"unsent"_s, unsent);
    }
    if (at.isValid()) {
        object.insert(u"at"_s, japantime::toStoredText(at));
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

RunReason RunReason::fromStored(const QString &stored)
{
    if (stored.isEmpty()) {
        return {};
    }
    const QJsonObject object = QJsonDocument::fromJson(stored.toUtf8()).object();
    RunReason reason;
    reason.code = codeFromWord(object[u"code"_s].toString());
    if (reason.code == Code::None) {
        reason.code = Code::Sentence;
        reason.text = stored;
        return reason;
    }
    reason.text = object[u"text"_s].toString();
    reason.count = object[u"count"_s].toInt();
    reason.unsent = object[u"unsent"_s].toInt();
    reason.at = japantime::fromStoredText(object[u"at"_s].toString()).value_or(QDateTime());
    return reason;
}

QString RunReason::inWords(bool over) const
{
    switch (code) {
    case Code::None:
    case Code::Sentence:
    case Code::DiskFull:
        return text;
    case Code::PausedBy:
        return Sentence::tr("担当者（%1）が一時停止しました。再開すると残りを処理します。").arg(text);
    case Code::StoppedBy:
        return stoppedInWords(*this, over);
    case Code::Closed:
        return Sentence::tr("プログラムを終了したため一時停止しました。再開すると残りを処理します。");
    case Code::OwnerGone:
        return Sentence::tr("実行していたプログラムが終了したため一時停止しました。再開してください。");
    case Code::Breaker:
        return breakerInWords(*this);
    case Code::ShopRefused:
        return Sentence::tr("GMOがショップID・パスワードまたは契約を拒否したため一時停止しました。設定を確認"
                            "して再開してくださ"
                            "い。");
    case Code::StoreFailed:
        return Sentence::tr("データベースに書き込めないため一時停止しました：%1").arg(text);
    case Code::AnswersUnstored:
        return Sentence::tr("応答を記録できないため一時停止しました。");
    }
    return {};
}

} // namespace kessai
