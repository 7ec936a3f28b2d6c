#include "app/cli/commandtable.h"

#include "app/cli/exportcommand.h"
#include "app/cli/importcommand.h"
#include "app/cli/maintenancecommands.h"
#include "app/cli/operationcommands.h"
#include "app/cli/ordercommands.h"
#include "app/cli/orderjson.h"
#include "app/cli/runcommands.h"
#include "app/cli/settlecommands.h"
#include "app/cli/setupcommand.h"
#include "app/cli/statuscommand.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

const OptionSpec paymentOption{u"payment"_s, u"決済オーダーID"_s,
                               u"1件の注文に決済が複数あるときに、1つを指定する"_s};
const OptionSpec fromFileOption{u"from-file"_s, u"FILE"_s,
                                u"1行に1件の注文番号（UTF-8、空行と # で始まる行は除く）"_s};
const OptionSpec setStatusOption{u"set-status"_s, u"対応状況"_s, u"完了した注文の対応状況も変更する"_s};

QList<OptionSpec> filterOptions()
{
    return {
        {u"query"_s, u"TEXT"_s, u"注文番号・お名前・会社名・メールアドレス・電話番号"_s},
        {u"order-status"_s, u"NAME"_s, u"対応状況（名前または番号、繰り返し可）"_s},
        {u"payment-status"_s, u"NAME"_s, u"決済状況（名前またはGMOの語、繰り返し可）"_s},
        {u"method"_s, u"NAME"_s, u"支払方法（8つの名前のどれか、繰り返し可）"_s},
        {u"from"_s, u"YYYY-MM-DD"_s, u"受注日がこの日以後"_s},
        {u"to"_s, u"YYYY-MM-DD"_s, u"受注日がこの日以前"_s},
        {u"difference"_s, {}, u"決済金額とお支払い合計に差異がある注文だけ"_s},
        {u"unlinked"_s, {}, u"未連携の注文だけ"_s},
        {u"sort"_s, u"FIELD[:desc]"_s,
         u"JSONの項目名（初期値 orderedAt:desc）: %1"_s.arg(orderSortFields().join(u"、"_s))},
    };
}

QList<OptionSpec> listingOptions()
{
    return filterOptions() + QList<OptionSpec>{
                                 {u"limit"_s, u"N"_s, u"最大件数（初期値 100）"_s},
                                 {u"offset"_s, u"N"_s, u"先頭から飛ばす件数"_s},
                             };
}

QList<OptionSpec> exportOptions()
{
    QList<OptionSpec> options{
        {u"out"_s, u"FILE"_s, u"新しいファイル（あるファイルには書かない）"_s},
        {u"format"_s, u"csv|xlsx"_s, u"初期値はファイル名が .xlsx なら xlsx、ほかは csv"_s},
        {u"encoding"_s, u"utf8-bom|cp932"_s,
         u"CSVの文字コード（初期値 utf8-bom、eccube4-shipping だけは cp932）"_s},
        {u"columns"_s, u"list|eccube4|eccube4-shipping"_s,
         u"export orders の列: list は受注一覧の列（初期値）、eccube4 はEC-CUBE "
         u"4の受注CSVの70列（明細ごとに1行。"
         u"取り込み直せる）、eccube4-shipping はEC-CUBE 4の出荷CSV登録用の3列（発送日のある配送先だけ）"_s},
    };
    for (OptionSpec option : filterOptions()) {
        if (option.name == u"from"_s || option.name == u"to"_s) {
            option.meaning += u"（export log では操作を依頼した日）"_s;
        }
        options.append(option);
    }
    return options;
}

QList<CommandSpec> shopCommands()
{
    return {
        {u"setup"_s,
         u"setup --gateway-url URL --shop-id ID [--shop-pass-file FILE] [--database SPEC] [--ca-file FILE] "
         u"[--secrets keychain|file] [--set KEY=VALUE]…"_s,
         u"ショップの設定（2回目からは指定したものだけを変更）"_s,
         {{u"gateway-url"_s, u"URL"_s, u"GMOの接続先"_s},
          {u"shop-id"_s, u"ID"_s, u"ショップID"_s},
          {u"shop-pass-file"_s, u"FILE"_s, u"ショップパスワードを書いたファイル（末尾の改行1つは除く）"_s},
          {u"database"_s, u"SPEC"_s,
           u"空=内蔵SQLite、または postgresql://user@host:port/name（UNIXソケットは …/name?host=/DIR）"_s},
          {u"ca-file"_s, u"FILE"_s, u"追加のルート証明書（このPCの中の接続先だけ）"_s},
          {u"secrets"_s, u"keychain|file"_s, u"パスワードの保管先"_s},
          {u"set"_s, u"KEY=VALUE"_s, u"設定値（繰り返し可）"_s}},
         0,
         0,
         runSetup},
        {u"import"_s,
         u"import FILE [--format auto|eccube4|eccube2|NAME] [--dry-run] | import --links FILE"_s,
         u"注文CSV、または決済オーダーIDの対応表の取込"_s,
         {{u"format"_s, u"NAME"_s, u"auto、eccube4、eccube2（初期値 auto）"_s},
          {u"dry-run"_s, {}, u"結果だけを表示し、何も書き込まない"_s},
          {u"links"_s, u"FILE"_s, u"注文ID,決済オーダーID[,支払方法] のCSV"_s}},
         0,
         1,
         runImport},
    };
}

QList<CommandSpec> readingCommands()
{
    return {
        {u"orders"_s, u"orders [絞り込み] [--sort FIELD[:desc]] [--limit N] [--offset N]"_s, u"受注一覧"_s,
         listingOptions(), 0, 0, runOrders},
        {u"counts"_s, u"counts"_s, u"対応状況・決済状況・支払方法ごとの件数"_s, {}, 0, 0, runCounts},
        {u"show"_s, u"show ORDER"_s, u"注文と決済、できる操作とできない理由"_s, {}, 1, 1, runShow},
        {u"log"_s, u"log ORDER"_s, u"決済ログ"_s, {}, 1, 1, runLog},
    };
}

QList<CommandSpec> moneyCommands()
{
    return {
        {u"refresh"_s,
         u"refresh ORDER… | --all | --open"_s,
         u"決済状態確認・反映"_s,
         {{u"all"_s, {}, u"すべての決済"_s},
          {u"open"_s, {}, u"終わっていない決済（未確認を含む）"_s},
          paymentOption},
         0,
         CommandSpec::Any,
         runRefresh},
        {u"capture"_s,
         u"capture ORDER… | --from-file FILE [--keep-gateway-amount] [--set-status 入金済み]"_s,
         u"売上確定(実売上)"_s,
         {fromFileOption,
          {u"keep-gateway-amount"_s, {}, u"差異があっても、いまの決済金額で売上を確定する"_s},
          setStatusOption,
          paymentOption},
         0,
         CommandSpec::Any,
         runCapture},
        {u"cancel"_s,
         u"cancel ORDER… | --from-file FILE [--set-status 注文取消し]"_s,
         u"取消(返品)"_s,
         {fromFileOption, setStatusOption, paymentOption},
         0,
         CommandSpec::Any,
         runCancel},
        {u"reauthorize"_s,
         u"reauthorize ORDER… | --from-file FILE [--job AUTH|CAPTURE]"_s,
         u"再オーソリ"_s,
         {fromFileOption, {u"job"_s, u"AUTH|CAPTURE"_s, u"仮売上か即時売上か"_s}, paymentOption},
         0,
         CommandSpec::Any,
         runReauthorize},
        {u"change-amount"_s,
         u"change-amount ORDER"_s,
         u"決済金額をお支払い合計に変更"_s,
         {paymentOption},
         1,
         1,
         runChangeAmount},
        {u"resolve"_s,
         u"resolve ORDER --as done|refused|adopt --reason TEXT"_s,
         u"要確認を、GMOを確認したうえで人が解決する"_s,
         {{u"as"_s, u"done|refused|adopt"_s, u"完了・不成立・GMOの状態を採用"_s},
          {u"reason"_s, u"TEXT"_s, u"理由（決済ログに残る）"_s},
          paymentOption},
         1,
         1,
         runResolve},
    };
}

QList<CommandSpec> workCommands()
{
    return {
        {u"set-status"_s,
         u"set-status STATUS ORDER…"_s,
         u"対応状況の変更（決済は変わらない）"_s,
         {},
         2,
         CommandSpec::Any,
         runSetStatus},
        {u"settle"_s,
         u"settle [--wait SECONDS]"_s,
         u"結果確認中の操作をGMOに確認する"_s,
         {{u"wait"_s, u"SECONDS"_s, u"なくなるまで、最大この秒数だけ確認を続ける"_s}},
         0,
         0,
         runSettle},
        {u"sweep"_s,
         u"sweep [ORDER…]"_s,
         u"GMOの状態と照合し、違いを一覧にする"_s,
         {},
         0,
         CommandSpec::Any,
         runSweep},
        {u"runs"_s, u"runs"_s, u"一括処理の一覧"_s, {}, 0, 0, runRuns},
        {u"run"_s,
         u"run ID [resume|pause|report]"_s,
         u"1つの一括処理の結果・再開・一時停止・照合"_s,
         {},
         1,
         2,
         runRun},
        {u"export"_s,
         u"export orders [--columns list|eccube4|eccube4-shipping] [絞り込み] --out FILE | export payments "
         u"[絞り込み] --out FILE | export log [--from DATE] [--to DATE] --out FILE | export run ID --out FILE"_s,
         u"受注、決済状況一覧、操作の履歴、または一括処理の結果をファイルに書き出す"_s, exportOptions(), 1, 2,
         runExport},
        {u"backup"_s,
         u"backup --out FILE"_s,
         u"データベースの控えを作る"_s,
         {{u"out"_s, u"FILE"_s, u"新しいファイル（あるファイルには書かない）"_s}},
         0,
         0,
         runBackup},
        {u"restore"_s,
         u"restore FILE"_s,
         u"控えから戻す（全体を置き換える。端末がなければ --yes が必要）"_s,
         {},
         1,
         1,
         runRestore},
        {u"doctor"_s,
         u"doctor"_s,
         u"設定・データベース・記録の点検と次の締め日（問題があれば終了状態 1）"_s,
         {},
         0,
         0,
         runDoctor},
    };
}

} // namespace

const QList<OptionSpec> &globalOptions()
{
    static const QList<OptionSpec> options{
        {u"data"_s, u"DIR"_s, u"ショップのデータフォルダー"_s},
        {u"json"_s, {}, u"結果をJSONで出力する"_s},
        {u"yes"_s, {}, u"確認せずに実行する"_s},
        {u"operator"_s, u"NAME"_s, u"担当者（初期値はこのPCの利用者名）"_s},
        {u"help"_s, {}, u"使い方を表示する"_s},
        {u"version"_s, {}, u"版を表示する"_s},
    };
    return options;
}

const QList<CommandSpec> &allCommands()
{
    static const QList<CommandSpec> commands =
        shopCommands() + readingCommands() + moneyCommands() + workCommands();
    return commands;
}

const CommandSpec *findCommand(const QString &name)
{
    const QList<CommandSpec> &commands = allCommands();
    const auto found = std::find_if(commands.cbegin(), commands.cend(),
                                    [&](const CommandSpec &command) { return command.name == name; });
    return found == commands.cend() ? nullptr : &*found;
}

} // namespace kessai::cli
