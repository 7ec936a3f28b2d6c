#include "core/settings/settingkeys.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DayMs = 24 * 60 * 60 * 1000;
constexpr qint64 TextLength = 500;

/// A time of journal.md §3: shorter than its default for a loopback gateway only.
SettingKey timing(const QString &key, const QString &defaultText, qint64 minimum, qint64 maximum,
                  const QString &description, SettingType type = SettingType::Number)
{
    SettingKey row{key, type, defaultText, minimum, maximum, 0, true, {}, description};
    return row;
}

SettingKey number(const QString &key, const QString &defaultText, qint64 minimum, qint64 maximum,
                  const QString &description)
{
    return {key, SettingType::Number, defaultText, minimum, maximum, 0, false, {}, description};
}

SettingKey choice(const QString &key, const QStringList &choices, const QString &description)
{
    return {key, SettingType::Choice, choices.first(), 0, 0, 0, false, choices, description};
}

SettingKey text(const QString &key, const QString &description, SettingType type = SettingType::Text)
{
    return {key, type, {}, 0, TextLength, 0, false, {}, description};
}

QString defaultPolls()
{
    QStringList polls = {u"5000"_s, u"10000"_s, u"20000"_s, u"40000"_s, u"60000"_s};
    polls.append(QStringList(12, u"300000"_s));
    polls.append(u"3600000"_s);
    return polls.join(u',');
}

QList<SettingKey> gatewayRows()
{
    return {
        text(u"gateway.url"_s, u"GMOの接続先URLです。"_s, SettingType::GatewayUrl),
        text(u"gateway.shopId"_s, u"GMOから発行されたショップIDです。"_s, SettingType::ShopId),
        text(u"gateway.caFile"_s, u"このパソコン内の接続先だけに使う、追加の認証局証明書ファイルです。"_s),
        text(u"gateway.allowHost"_s, u"GMO以外に接続を許可するホスト名です。"_s, SettingType::HostName),
        text(u"database.spec"_s, u"データベースの場所です。空欄ならデータフォルダ内のファイルを使います。"_s,
             SettingType::DatabaseSpec),
        choice(
            u"secrets.kind"_s, {u"keychain"_s, u"file"_s},
            u"ショップパスワードの保管場所です（keychain: OSのキーチェーン、file: 保護されたファイル）。"_s),
        text(u"shop.name"_s, u"画面に表示するショップ名です。"_s),
    };
}

QList<SettingKey> ruleRows()
{
    SettingKey perSecond =
        number(u"bulk.perSecond"_s, u"5"_s, 0, 50,
               u"1秒あたりの通信回数の上限です（0は無制限、このパソコン内の接続先のみ）。"_s);
    perSecond.loopbackBelow = 1;
    SettingKey captureDays = number(u"rules.captureDays"_s, u"90"_s, 60, 90,
                                    u"与信日から売上処理ができる日数です（90、契約により60）。"_s);
    captureDays.choices = {u"90"_s, u"60"_s};
    return {
        number(u"bulk.parallel"_s, u"4"_s, 1, 16, u"同時に行う通信の数です。"_s),
        perSecond,
        number(u"bulk.breaker"_s, u"5"_s, 1, 100, u"結果不明がこの回数続くと一括処理を一時停止します。"_s),
        captureDays,
        number(u"rules.changeDays"_s, u"180"_s, 1, 365,
               u"最後の処理日から取消・金額変更・再オーソリができる日数です。"_s),
        choice(u"rules.reauthorizeJob"_s, {u"AUTH"_s, u"CAPTURE"_s},
               u"再オーソリ後の状態です（AUTH: 仮売上、CAPTURE: 即時売上）。"_s),
        choice(u"rules.rounding"_s, {u"HALF_UP"_s, u"DOWN"_s, u"UP"_s},
               u"消費税の端数処理です（HALF_UP: 四捨五入、DOWN: 切り捨て、UP: 切り上げ）。"_s),
        number(u"rules.pointRatePercent"_s, u"1"_s, 0, 100,
               u"加算ポイントの付与率（%）です。注文の明細を編集したときの計算に使います。"_s),
    };
}

QList<SettingKey> timingRows()
{
    return {
        timing(u"timing.connectMs"_s, u"10000"_s, 1, 600'000, u"接続を待つ時間（ミリ秒）です。"_s),
        timing(u"timing.deadlineMs"_s, u"60000"_s, 1, 600'000, u"1回の通信を待つ時間（ミリ秒）です。"_s),
        timing(u"timing.sendWindowMs"_s, u"10000"_s, 1, 60'000,
               u"送信の記録から送信開始までに許す時間（ミリ秒）です。"_s),
        timing(u"timing.settleMs"_s, u"180000"_s, 0, DayMs,
               u"送信後、処理されなかったと判断するまで待つ時間（ミリ秒）です。"_s),
        timing(u"timing.gapMs"_s, u"30000"_s, 0, DayMs, u"結果を確定する2回の確認の間隔（ミリ秒）です。"_s),
        timing(u"timing.pollMs"_s, defaultPolls(), 1, DayMs,
               u"結果確認中の決済を確認する間隔（ミリ秒、コンマ区切り）です。"_s, SettingType::NumberList),
        timing(u"timing.cancelReadGapMs"_s, u"5000"_s, 0, DayMs,
               u"取消を確定する2回の確認の間隔（ミリ秒）です。"_s),
        timing(u"timing.busyMs"_s, u"2000,8000,30000"_s, 0, DayMs,
               u"GMOが混雑しているときに待つ時間（ミリ秒、コンマ区切り）です。"_s, SettingType::NumberList),
    };
}

/// Whom staff ask (S2, S3, S8, S128). Only the window shows them.
QList<SettingKey> supportRows()
{
    const QString inquiryPage = u"https://faq.gmo-pg.com/service/Detail.aspx?id=1267"_s;
    SettingKey contract = text(u"support.contractLink"_s, u"GMOとの契約と手数料を問い合わせるページです。"_s,
                               SettingType::Link);
    SettingKey gateway =
        text(u"support.gatewayLink"_s, u"GMOの管理画面、不具合、エラーを問い合わせるページです。"_s,
             SettingType::Link);
    contract.defaultText = inquiryPage;
    gateway.defaultText = inquiryPage;
    return {
        text(u"support.name"_s, u"お問い合わせ先の会社名です。"_s),
        text(u"support.address"_s, u"お問い合わせ先の住所です。"_s),
        text(u"support.phone"_s, u"お問い合わせ先の電話番号です。"_s),
        text(u"support.mail"_s, u"お問い合わせ先のメールアドレスです。"_s, SettingType::MailAddress),
        text(u"support.hours"_s, u"お問い合わせ先の受付時間です。"_s),
        contract,
        gateway,
    };
}

QList<SettingKey> screenRows()
{
    return {
        choice(u"ui.language"_s, {u"ja"_s, u"en"_s}, u"画面の言語です。"_s),
        choice(u"ui.theme"_s, {u"system"_s, u"light"_s, u"dark"_s}, u"画面の配色です。"_s),
        choice(u"ui.rowLines"_s, {u"2"_s, u"1"_s}, u"一覧で1件を何行に表示するかです。"_s),
        text(u"operators"_s, u"担当者の名前です（コンマ区切り）。"_s, SettingType::TextList),
        text(u"operator.last"_s, u"前回選んだ担当者です。"_s),
    };
}

} // namespace

const QList<SettingKey> &settingKeys()
{
    static const QList<SettingKey> rows =
        gatewayRows() + ruleRows() + timingRows() + screenRows() + supportRows();
    return rows;
}

const SettingKey *settingKey(const QString &key)
{
    const QList<SettingKey> &rows = settingKeys();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&key](const SettingKey &row) { return row.key == key; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace kessai
