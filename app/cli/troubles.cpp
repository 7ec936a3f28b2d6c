#include "app/cli/troubles.h"

#include <QSet>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace kessai::cli {

void tellTroubles(const ChangeNotifier &notifier, Terminal &terminal)
{
    const auto failing = std::make_shared<bool>(false);
    const auto tellFailing = [&terminal, failing](const QString &reason) {
        if (!std::exchange(*failing, true)) { // said again with each try
            terminal.tell(
                u"GMOの回答をまだデータベースに保存できていません。回答はメモリーにだけあり、保存できるまで繰り返します。%1 ディスクの空きを増やしてください。Ctrl+C を2回押すとすぐに終了しますが、その操作は結果確認中のまま残り、次の起動で引き継いで kessai settle で確認します。"_s
                    .arg(reason));
        }
    };
    const auto tellRecovered = [&terminal, failing] {
        *failing = false;
        terminal.tell(u"GMOの回答をデータベースに保存できました。処理を続けます。"_s);
    };
    const auto tellClock = [&terminal](qint64 seconds) {
        if (seconds != 0) { // 0: they agree again
            terminal.tell(
                u"このパソコンの時計がGMOの時計と約%1分ずれています。時計を合わせてください。"_s.arg(
                    qAbs(seconds) / 60));
        }
    };
    const auto tellCode = [&terminal, told = QSet<QString>()](const QString &code) mutable {
        if (!told.contains(code)) {
            told.insert(code);
            terminal.tell(
                u"GMOが未知のエラーコード %1 を返しました。その操作は結果確認中とし、GMOの状態を読み取って確認します。コードの意味をGMOに問い合わせてください。"_s
                    .arg(code));
        }
    };
    QObject::connect(&notifier, &ChangeNotifier::storeFailing, &notifier, tellFailing);
    QObject::connect(&notifier, &ChangeNotifier::storeRecovered, &notifier, tellRecovered);
    QObject::connect(&notifier, &ChangeNotifier::clockDiffers, &notifier, tellClock);
    QObject::connect(&notifier, &ChangeNotifier::unknownCodeSeen, &notifier, tellCode);
}

} // namespace kessai::cli
