#include "ui/settings/settingwords.h"

#include <QHash>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    const char *caption;
    const char *sentence;
};

const QHash<QString, Text> &texts()
{
    static const QHash<QString, Text> table{
        {u"shop.name"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "ショップ名"),
          QT_TRANSLATE_NOOP("SettingWords", "ウィンドウの題名に表示します。")}},
        {u"operators"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "担当者"),
          QT_TRANSLATE_NOOP("SettingWords",
                            "コンマで区切って書きます。2人以上なら起動時に選びます。決済ログに残ります。")}},
        {u"gateway.url"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "接続先URL"),
          QT_TRANSLATE_NOOP("SettingWords",
                            "GMOの接続先です。本番とテストのデータは同じ店舗に混ぜられません。")}},
        {u"gateway.shopId"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "ショップID"),
          QT_TRANSLATE_NOOP("SettingWords", "GMOから発行されたショップIDです。")}},
        {u"bulk.perSecond"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "1秒あたりの通信回数"),
          QT_TRANSLATE_NOOP("SettingWords",
                            "GMOとの通信回数の上限です（0は無制限、このパソコン内の接続先のみ）。")}},
        {u"bulk.parallel"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "同時に行う通信の数"),
          QT_TRANSLATE_NOOP("SettingWords", "GMOと取り決めた数です。次の起動から有効です。")}},
        {u"bulk.breaker"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "一時停止までの結果不明の回数"),
          QT_TRANSLATE_NOOP("SettingWords", "結果不明がこの回数続くと、一括処理を一時停止します。")}},
        {u"rules.captureDays"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "売上処理ができる日数"),
          QT_TRANSLATE_NOOP("SettingWords", "与信日から数えます。契約により60日または90日です。")}},
        {u"rules.changeDays"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "取消・金額変更ができる日数"),
          QT_TRANSLATE_NOOP("SettingWords", "最後の処理日から数えます。再オーソリも同じです。")}},
        {u"rules.reauthorizeJob"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "再オーソリ後の状態"),
          QT_TRANSLATE_NOOP("SettingWords", "即時売上の店舗では即時売上を選びます。")}},
        {u"rules.rounding"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "消費税の端数処理"),
          QT_TRANSLATE_NOOP("SettingWords", "受注ファイルに指定がない明細の計算に使います。")}},
        {u"rules.pointRatePercent"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "ポイント付与率（%）"),
          QT_TRANSLATE_NOOP("SettingWords", "受注の明細を編集したときの、加算ポイントの計算に使います。")}},
        {u"support.name"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "会社名"),
          QT_TRANSLATE_NOOP("SettingWords", "このアプリについて問い合わせる会社です。")}},
        {u"support.address"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "住所"),
          QT_TRANSLATE_NOOP("SettingWords", "ヘルプの「お問い合わせ先」に表示します。")}},
        {u"support.phone"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "電話"),
          QT_TRANSLATE_NOOP("SettingWords", "ヘルプの「お問い合わせ先」に表示します。")}},
        {u"support.mail"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "メール"),
          QT_TRANSLATE_NOOP("SettingWords",
                            "「メールを書く」の宛先です。アプリの版と最後のエラーコードを書き添えます。")}},
        {u"support.hours"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "受付時間"),
          QT_TRANSLATE_NOOP("SettingWords", "例: 平日 10:00～12:00／13:00～17:00")}},
        {u"support.contractLink"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "契約と手数料のページ"),
          QT_TRANSLATE_NOOP(
              "SettingWords",
              "GMOとの契約と手数料を問い合わせるページです。https:// か mailto: で始めます。")}},
        {u"support.gatewayLink"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "GMOのサポートのページ"),
          QT_TRANSLATE_NOOP(
              "SettingWords",
              "GMOの管理画面、不具合、エラーを問い合わせるページです。https:// か mailto: で始めます。")}},
        {u"ui.theme"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "配色"),
          QT_TRANSLATE_NOOP("SettingWords", "自動はパソコンの設定に合わせます。")}},
        {u"ui.language"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "言語"),
          QT_TRANSLATE_NOOP("SettingWords", "変更は次の起動から有効です。")}},
        {u"ui.rowLines"_s,
         {QT_TRANSLATE_NOOP("SettingWords", "一覧で1件に使う行"),
          QT_TRANSLATE_NOOP("SettingWords", "2行では受注日時なども同じ行に表示します。")}},
    };
    return table;
}

} // namespace

QString SettingWords::captionOf(const QString &key)
{
    const auto found = texts().constFind(key);
    return found == texts().constEnd() ? key : QCoreApplication::translate("SettingWords", found->caption);
}

QString SettingWords::sentenceOf(const QString &key)
{
    const auto found = texts().constFind(key);
    return found == texts().constEnd() ? QString()
                                       : QCoreApplication::translate("SettingWords", found->sentence);
}

QString SettingWords::choiceOf(const QString &key, const QString &value)
{
    static const QHash<QString, const char *> words{
        {u"AUTH"_s, QT_TRANSLATE_NOOP("SettingWords", "仮売上")},
        {u"CAPTURE"_s, QT_TRANSLATE_NOOP("SettingWords", "即時売上")},
        {u"HALF_UP"_s, QT_TRANSLATE_NOOP("SettingWords", "四捨五入")},
        {u"DOWN"_s, QT_TRANSLATE_NOOP("SettingWords", "切り捨て")},
        {u"UP"_s, QT_TRANSLATE_NOOP("SettingWords", "切り上げ")},
        {u"system"_s, QT_TRANSLATE_NOOP("SettingWords", "自動")},
        {u"light"_s, QT_TRANSLATE_NOOP("SettingWords", "明")},
        {u"dark"_s, QT_TRANSLATE_NOOP("SettingWords", "暗")},
    };
    if (key == u"ui.language") {
        return value == u"ja" ? u"日本語"_s : u"English"_s; // each in its own language
    }
    if (key == u"rules.captureDays") {
        return QCoreApplication::translate("SettingWords", "%1日").arg(value);
    }
    if (key == u"ui.rowLines") {
        return QCoreApplication::translate("SettingWords", "%1行").arg(value);
    }
    const auto found = words.constFind(value);
    return found == words.constEnd() ? value : QCoreApplication::translate("SettingWords", *found);
}

} // namespace kessai
