#include "core/services/transportdetail.h"

#include "core/base/sentence.h"

#include <QRegularExpression>

#include <array>

namespace kessai {

namespace {

/// A note of core/gmo as a pattern, and its sentence; what the pattern captures is the sentence's %1.
struct Note
{
    const char *pattern;
    const char *sentence;
};

const auto &notes()
{
    static constexpr auto all = std::to_array<Note>({
        {"no answer within (\\d+) ms",
         QT_TRANSLATE_NOOP("Sentence", "時間内（%1ミリ秒）に応答がありませんでした。")},
        {"no connection within (\\d+) ms",
         QT_TRANSLATE_NOOP("Sentence", "時間内（%1ミリ秒）に接続できませんでした。")},
        {"HTTP status (\\d+)", QT_TRANSLATE_NOOP("Sentence", "HTTP %1 が返りました。")},
        {"the answer is longer than (\\d+) bytes",
         QT_TRANSLATE_NOOP("Sentence", "応答が %1 バイトを超えました。")},
        {"the machine slept during the request",
         QT_TRANSLATE_NOOP("Sentence", "送受信の途中で、このパソコンがスリープしました。")},
        {"given up", QT_TRANSLATE_NOOP("Sentence", "送受信を打ち切りました。")},
        {"the connection's owner is gone",
         QT_TRANSLATE_NOOP("Sentence", "送受信の途中で、プログラムが終わりました。")},
        {"too late to send, or no longer ours to send",
         QT_TRANSLATE_NOOP("Sentence",
                           "送信できる時間を過ぎたか、別のプログラムに引き継がれたため、送信していません。")},
        {"the slot has a request in flight",
         QT_TRANSLATE_NOOP("Sentence", "前の送受信が終わっていないため、送信していません。")},
        {"the request is empty", QT_TRANSLATE_NOOP("Sentence", "送信する内容がないため、送信していません。")},
        {"the gateway address is neither https nor on this machine",
         QT_TRANSLATE_NOOP("Sentence", "接続先がhttpsでもこのパソコンでもないため、送信していません。")},
        {"(.*) holds no certificate", QT_TRANSLATE_NOOP("Sentence", "ファイル %1 に証明書がありません。")},
        {"the answer is not CP932 at byte (\\d+)",
         QT_TRANSLATE_NOOP("Sentence", "応答の %1 バイト目の文字を読み取れません。")},
        {"the answer is empty", QT_TRANSLATE_NOOP("Sentence", "応答が空です。")},
        {"part (\\d+) of the answer is not key=value",
         QT_TRANSLATE_NOOP("Sentence", "応答の %1 番目の項目の形が正しくありません。")},
        {"part (\\d+) of the answer repeats a key",
         QT_TRANSLATE_NOOP("Sentence", "応答の %1 番目の項目が重複しています。")},
        {"OrderID is not the one asked for",
         QT_TRANSLATE_NOOP("Sentence", "応答の決済オーダーIDが、問い合わせたものと違います。")},
        {"Status is missing", QT_TRANSLATE_NOOP("Sentence", "応答に取引状態がありません。")},
        {"Amount or Tax is not a number",
         QT_TRANSLATE_NOOP("Sentence", "応答の金額または税送料が数字ではありません。")},
        {"ProcessDate is not a date", QT_TRANSLATE_NOOP("Sentence", "応答の処理日時を読み取れません。")},
        {"AccessID or AccessPass is not 32 hex digits",
         QT_TRANSLATE_NOOP("Sentence", "応答のアクセスIDまたはアクセスパスの形が正しくありません。")},
        {"AccessID or AccessPass is not ours",
         QT_TRANSLATE_NOOP("Sentence",
                           "応答のアクセスIDまたはアクセスパスが、この取引のものではありません。")},
        {"TranID or Approve is missing",
         QT_TRANSLATE_NOOP("Sentence", "応答にトランザクションIDまたは承認番号がありません。")},
        {"TranID is missing", QT_TRANSLATE_NOOP("Sentence", "応答にトランザクションIDがありません。")},
        {"TranDate is missing or not a date",
         QT_TRANSLATE_NOOP("Sentence", "応答の処理日時がないか、読み取れません。")},
        {"ErrCode and ErrInfo are not of one length",
         QT_TRANSLATE_NOOP("Sentence", "応答のエラーコードの数が合いません。")},
        {".* \\(ConnectionRefusedError\\)", QT_TRANSLATE_NOOP("Sentence", "接続を拒否されました。")},
        {".* \\((?:RemoteHostClosed|ContentReSend)Error\\)",
         QT_TRANSLATE_NOOP("Sentence", "接続先が、応答の前に接続を切りました。")},
        {".* \\(HostNotFoundError\\)",
         QT_TRANSLATE_NOOP("Sentence", "接続先のホストが見つかりませんでした。")},
        {".* \\((?:Socket)?TimeoutError\\)", QT_TRANSLATE_NOOP("Sentence", "接続が時間切れになりました。")},
        {".* \\(SslHandshakeFailedError\\)",
         QT_TRANSLATE_NOOP("Sentence", "接続先の証明書を確認できませんでした。")},
        {".* \\((?:TemporaryNetworkFailure|NetworkSessionFailed|UnknownNetwork)Error\\)",
         QT_TRANSLATE_NOOP("Sentence", "ネットワークに接続できませんでした。")},
        {".* \\(Proxy\\w+Error\\)",
         QT_TRANSLATE_NOOP("Sentence", "中継装置（プロキシ）を通して接続できませんでした。")},
    });
    return all;
}

} // namespace

QString transportDetailText(const QString &detail)
{
    for (const Note &note : notes()) {
        const QRegularExpression pattern(
            QRegularExpression::anchoredPattern(QString::fromLatin1(note.pattern)),
            QRegularExpression::DotMatchesEverythingOption);
        const auto match = pattern.match(detail);
        if (match.hasMatch()) {
            const QString text = Sentence::tr(note.sentence);
            return match.lastCapturedIndex() > 0 ? text.arg(match.captured(1)) : text;
        }
    }
    return detail;
}

} // namespace kessai
