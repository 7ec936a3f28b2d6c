#include "core/domain/edittexts.h"

#include "core/base/sentence.h"
#include "core/domain/orderedit.h"

#include <QRegularExpression>

#include <algorithm>

namespace kessai::edittexts {

using namespace Qt::StringLiterals;

namespace {

// As long as the shop's own columns (schema.md).
constexpr qsizetype LongestText = 255;
constexpr qsizetype LongestMemo = 4'000;

bool isWhole(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

QString ofLength(const QString &text, qsizetype longest)
{
    return text.size() > longest
               ? Sentence::tr("%1文字までです。%2文字入力されています。").arg(longest).arg(text.size())
               : QString();
}

bool hasControls(const QString &text, QStringView allowed)
{
    return std::any_of(text.begin(), text.end(), [allowed](QChar character) {
        return character.category() == QChar::Other_Control && !allowed.contains(character);
    });
}

} // namespace

QString oneLine(const QString &text)
{
    return hasControls(text, {}) ? Sentence::tr("改行などの制御文字は使えません。取り除いてください。")
                                 : ofLength(text, LongestText);
}

QString name(const QString &text)
{
    return text.isEmpty() ? Sentence::tr("空欄にできません。入力してください。") : oneLine(text);
}

QString memo(const QString &text)
{
    return hasControls(text, u"\n\t") ? Sentence::tr("改行以外の制御文字は使えません。取り除いてください。")
                                      : ofLength(text, LongestMemo);
}

QString kana(const QString &text)
{
    return isWhole(text, u"[ァ-ヺー・ ]*"_s) ? oneLine(text) : Sentence::tr("カタカナで入力してください。");
}

QString postalCode(const QString &text)
{
    return isWhole(text, u"([0-9]{7})?"_s) ? QString()
                                           : Sentence::tr("郵便番号は7けたの数字で入力してください。");
}

QString prefecture(const QString &text)
{
    return text.isEmpty() || prefectures().contains(text)
               ? QString()
               : Sentence::tr("都道府県を一覧から選んでください。");
}

QString phoneNumber(const QString &text)
{
    return isWhole(text, u"[0-9]{0,14}"_s) ? QString()
                                           : Sentence::tr("電話番号は14けたまでの数字で入力してください。");
}

QString mailAddress(const QString &text)
{
    const bool good = text.isEmpty() || isWhole(text, u"[!-?A-~]+@[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)+"_s);
    return good ? oneLine(text)
                : Sentence::tr(
                      "メールアドレスの形ではありません。例のように入力してください：taro@example.com");
}

QString trackingNumber(const QString &text)
{
    return isWhole(text, u"[0-9A-Za-z-]*"_s) ? oneLine(text)
                                             : Sentence::tr("半角の英数字とハイフンで入力してください。");
}

} // namespace kessai::edittexts
