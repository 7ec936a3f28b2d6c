#include "core/settings/settingkeys.h"

#include "core/base/postgresqladdress.h"
#include "core/base/sentence.h"
#include "core/settings/outsidelink.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestList = 100;

QString sentence(const SettingKey &row, const QString &problem)
{
    return Sentence::tr("設定 %1: %2").arg(row.key, problem);
}

bool isPlainNumber(const QString &text)
{
    static const QRegularExpression pattern(u"\\A[0-9]{1,15}\\z"_s);
    return pattern.match(text).hasMatch();
}

qint64 repeatingLast(const QList<qint64> &numbers, qsizetype index)
{
    return numbers[std::min(index, numbers.size() - 1)];
}

bool isShorterThanDefault(const SettingKey &row, const QList<qint64> &numbers)
{
    const QList<qint64> defaults = *numbersOf(row.defaultText);
    const qsizetype count = std::max(numbers.size(), defaults.size());
    for (qsizetype index = 0; index < count; ++index) {
        if (repeatingLast(numbers, index) < repeatingLast(defaults, index)) {
            return true;
        }
    }
    return false;
}

Result<QString, QString> checkedNumbers(const SettingKey &row, const QString &text, bool loopback)
{
    const Result<QList<qint64>, QString> numbers = numbersOf(text);
    if (!numbers) {
        return failure(sentence(row, numbers.error()));
    }
    if (row.type == SettingType::Number && numbers->size() != 1) {
        return failure(sentence(row, Sentence::tr("数値を1つだけ指定してください（指定: %1）。").arg(text)));
    }
    if (!row.choices.isEmpty() && !row.choices.contains(QString::number(numbers->first()))) {
        return failure(sentence(row, Sentence::tr("%1 のいずれかを指定してください（指定: %2）。")
                                         .arg(row.choices.join(u", "_s), text)));
    }
    const auto [smallest, largest] = std::minmax_element(numbers->begin(), numbers->end());
    if (*smallest < row.minimum || *largest > row.maximum) {
        return failure(sentence(row, Sentence::tr("%1から%2までの値を指定してください（指定: %3）。")
                                         .arg(row.minimum)
                                         .arg(row.maximum)
                                         .arg(text)));
    }
    const bool tooShort = row.shorterOnLoopbackOnly && isShorterThanDefault(row, *numbers);
    if (!loopback && (tooShort || *smallest < row.loopbackBelow)) {
        return failure(sentence(
            row,
            Sentence::tr("既定値（%1）より短い値や無制限は、接続先がこのパソコン内のときだけ指定できます。")
                .arg(row.defaultText)));
    }
    return text;
}

Result<QString, QString> checkedChoice(const SettingKey &row, const QString &text)
{
    if (!row.choices.contains(text)) {
        return failure(sentence(row, Sentence::tr("%1 のいずれかを指定してください（指定: %2）。")
                                         .arg(row.choices.join(u", "_s), text)));
    }
    return text;
}

Result<QString, QString> checkedText(const SettingKey &row, const QString &text)
{
    if (text.size() > row.maximum) {
        return failure(sentence(row, Sentence::tr("%1文字以内で指定してください。").arg(row.maximum)));
    }
    const bool control = std::any_of(text.begin(), text.end(), [](QChar character) {
        return character.category() == QChar::Other_Control;
    });
    if (control) {
        return failure(sentence(row, Sentence::tr("改行などの制御文字は使えません。")));
    }
    return text;
}

Result<QString, QString> checkedUrl(const SettingKey &row, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool http = url.scheme() == "http"_L1;
    if (!url.isValid() || url.host().isEmpty() || !(http || url.scheme() == "https"_L1) ||
        !url.userInfo().isEmpty()) {
        return failure(sentence(row, Sentence::tr("https:// で始まるURLを指定してください（指定: %1）。")
                                         .arg(url.toDisplayString(QUrl::RemoveUserInfo))));
    }
    if (http && !isLoopbackHost(url.host())) {
        return failure(sentence(
            row,
            Sentence::tr("http:// はこのパソコン内の接続先だけに使えます。https:// を指定してください。")));
    }
    return text;
}

Result<QString, QString> checkedHostName(const SettingKey &row, const QString &text)
{
    static const QRegularExpression pattern(
        u"\\A[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\\z"_s);
    if (!text.isEmpty() && !pattern.match(text).hasMatch()) {
        return failure(
            sentence(row, Sentence::tr("gateway.example.com のように、ホスト名だけを指定してください。")));
    }
    return text;
}

Result<QString, QString> checkedShopId(const SettingKey &row, const QString &text)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9_-]{1,20}\\z"_s);
    if (!pattern.match(text).hasMatch()) {
        return failure(sentence(row, Sentence::tr("ショップIDは半角英数字20文字以内で指定してください。")));
    }
    return text;
}

Result<QString, QString> checkedDatabaseSpec(const SettingKey &row, const QString &text)
{
    const auto address = PostgresqlAddress::parse(text);
    if (text.isEmpty() || address) {
        return text;
    }
    switch (address.error()) {
    case PostgresqlAddress::Problem::Password:
        return failure(
            sentence(row, Sentence::tr("パスワードは書かず、PGPASSFILEのファイルに置いてください。")));
    case PostgresqlAddress::Problem::Form:
        break;
    }
    return failure(sentence(row, Sentence::tr("空欄か postgresql://利用者@ホスト:ポート/名前 "
                                              "（UNIXソケットは postgresql://利用者@/名前?host=/フォルダー）"
                                              "を指定してください。")));
}

Result<QString, QString> checkedLink(const SettingKey &row, const QString &text)
{
    if (!text.isEmpty() && !outsideLink(text)) {
        return failure(sentence(
            row, Sentence::tr("https:// で始まるURLか、mailto: で始まるメールアドレスを指定してください。")));
    }
    return text;
}

Result<QString, QString> checkedMailAddress(const SettingKey &row, const QString &text)
{
    if (!text.isEmpty() && !isMailAddress(text)) {
        return failure(
            sentence(row, Sentence::tr("support@example.co.jp のように、半角で指定してください。")));
    }
    return text;
}

} // namespace

Result<QList<qint64>, QString> numbersOf(const QString &text)
{
    const QStringList pieces = text.split(u',');
    if (pieces.size() > LongestList) {
        return failure(Sentence::tr("%1個以内で指定してください。").arg(LongestList));
    }
    QList<qint64> numbers;
    for (const QString &piece : pieces) {
        const QString digits = piece.trimmed();
        if (!isPlainNumber(digits)) {
            return failure(Sentence::tr("半角数字で指定してください（指定: %1）。").arg(text.left(100)));
        }
        numbers.append(digits.toLongLong());
    }
    return numbers;
}

Result<QString, QString> checkedSetting(const SettingKey &row, const QString &text, bool loopback)
{
    const Result<QString, QString> plain = checkedText(row, text);
    switch (row.type) {
    case SettingType::Number:
    case SettingType::NumberList:
        return checkedNumbers(row, text.trimmed(), loopback);
    case SettingType::Choice:
        return checkedChoice(row, text);
    case SettingType::Text:
    case SettingType::TextList:
        return plain;
    case SettingType::GatewayUrl:
        return plain ? checkedUrl(row, text) : plain;
    case SettingType::HostName:
        return plain ? checkedHostName(row, text) : plain;
    case SettingType::ShopId:
        return checkedShopId(row, text);
    case SettingType::DatabaseSpec:
        return plain ? checkedDatabaseSpec(row, text) : plain;
    case SettingType::Link:
        return plain ? checkedLink(row, text) : plain;
    case SettingType::MailAddress:
        return plain ? checkedMailAddress(row, text) : plain;
    }
    return plain;
}

} // namespace kessai
