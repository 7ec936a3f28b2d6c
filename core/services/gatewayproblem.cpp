#include "core/services/gatewayproblem.h"

#include "core/base/sentence.h"
#include "core/services/journalrecord.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// What went wrong on the wire, of an answer that cannot be trusted.
QString unreadableText(const ExchangeRecord &record)
{
    const QString &detail = record.detail;
    if (record.httpStatus && *record.httpStatus / 100 == 3) {
        return Sentence::tr(
                   "GMOの接続先が別のアドレスに転送しています（HTTP %1）。設定の接続先を確認してください。")
            .arg(*record.httpStatus);
    }
    if (record.httpStatus && *record.httpStatus != 200) {
        return Sentence::tr("GMOがHTTP %1 を返しました。しばらくしてから、もう一度確認してください。")
            .arg(*record.httpStatus);
    }
    if (detail.startsWith("the answer is longer"_L1)) {
        return Sentence::tr("GMOの応答が長すぎます。接続先と途中の中継装置を確認してください。");
    }
    if (detail.startsWith("no answer within"_L1)) {
        return Sentence::tr("GMOの応答が時間内にありません。しばらくしてから、もう一度確認してください。");
    }
    if (!record.errors.isEmpty()) {
        return Sentence::tr("GMOがエラー %1 を返しました。コードの意味を確認してください。")
            .arg(joinedCodes(record.errors));
    }
    if (!record.httpStatus || detail.endsWith(u')')) {
        return Sentence::tr("GMOとの接続が、応答を読み終える前に切れました。もう一度確認してください。");
    }
    return Sentence::tr(
        "GMOの形式ではない応答が返りました（HTMLなど）。接続先と途中の中継装置を確認してください。");
}

} // namespace

QString notGatewayMethodText()
{
    return Sentence::tr("GMOの支払方法ではないため、決済状態は確認できません。");
}

QString noConnectionText(const QString &detail)
{
    if (detail.contains("SslHandshake"_L1)) {
        return Sentence::tr("GMOの接続先の証明書を確認できません。接続先、証明書の設定、このパソコンの日時を"
                            "確認してください。");
    }
    if (detail.contains("HostNotFound"_L1)) {
        return Sentence::tr("GMOの接続先のホストが見つかりません。ネットワークと接続先を確認してください。");
    }
    if (detail.startsWith("no connection within"_L1)) {
        return Sentence::tr("GMOに時間内に接続できません。ネットワークと接続先を確認してください。");
    }
    return Sentence::tr("GMOに接続できません。ネットワークと接続先を確認してください。");
}

QString refusedShopText(const ExchangeRecord &record)
{
    const bool contract =
        std::any_of(record.errors.begin(), record.errors.end(),
                    [](const GatewayError &error) { return error.info.startsWith("E61"_L1); });
    return contract ? Sentence::tr("GMOの契約または店の設定により、この呼出しはできません（%"
                                   "1）。契約の内容をGMOに確認してください。")
                          .arg(joinedCodes(record.errors))
                    : Sentence::tr("GMOがショップIDまたはパスワードを拒否しました。ショップIDとパスワードの設"
                                   "定を確認してください。");
}

QString readProblem(const InquiryAnswer &answer)
{
    switch (answer.outcome) {
    case InquiryAnswer::Outcome::Read:
        return {};
    case InquiryAnswer::Outcome::UnknownOrder:
        return Sentence::tr("GMOにこの決済オーダーIDの取引がありません。決済オーダーID、支払方法、接続先（本"
                            "番・テスト）を確認してください。");
    case InquiryAnswer::Outcome::ShopRefused:
        return refusedShopText(answer.record);
    case InquiryAnswer::Outcome::NotSent:
        return noConnectionText(answer.record.detail);
    case InquiryAnswer::Outcome::Busy:
        return Sentence::tr("GMOが混み合っています。少し待ってから、もう一度確認してください。");
    case InquiryAnswer::Outcome::Unreadable:
        break;
    }
    return unreadableText(answer.record);
}

} // namespace kessai
