#include "ui/orders/filterentries.h"

#include "core/base/textfold.h"
#include "ui/text/formats.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kessai::filterentries {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FilterEntries)
};

constexpr int YearMinimum = 1900; ///< a shop has nothing from before, and typing errors are told
constexpr int YearMaximum = 2999;

/// In its ordinary width, with one hyphen for all that look like it.
QString ordinary(const QString &text)
{
    QString letters = text.normalized(QString::NormalizationForm_KC).simplified();
    for (QChar &letter : letters) {
        if (letter.unicode() > 0x7F && foldForSearch(letter) == u"ー") {
            letter = u'-';
        }
    }
    return letters;
}

/// Nothing for what is no day; the groups 1 to 3 are year, month and day.
std::optional<QDate> dayFrom(const QRegularExpressionMatch &match)
{
    const QDate day(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    const bool fits = day.isValid() && day.year() >= YearMinimum && day.year() <= YearMaximum;
    return fits ? std::optional(day) : std::nullopt;
}

QRegularExpressionMatch matchOf(const QString &text)
{
    static const QRegularExpression parted(
        u"^(\\d{4})[/.年-](\\d{1,2})[/.月-](\\d{1,2})日?(?:[ T](\\d{1,2}):(\\d{2}))?$"_s);
    static const QRegularExpression digits(u"^(\\d{4})(\\d{2})(\\d{2})(?: (\\d{1,2}):(\\d{2}))?$"_s);
    const QString entry = ordinary(text);
    const QRegularExpressionMatch match = parted.match(entry);
    return match.hasMatch() ? match : digits.match(entry);
}

} // namespace

Entry<std::optional<QDate>> day(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        return std::optional<QDate>();
    }
    const QRegularExpressionMatch match = matchOf(text);
    const std::optional<QDate> day = match.hasMatch() ? dayFrom(match) : std::nullopt;
    if (!day || !match.captured(4).isEmpty()) {
        return failure(Text::tr("日付は「2020/12/03」の形で入力してください。"));
    }
    return day;
}

Entry<std::optional<DayOrTime>> moment(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        return std::optional<DayOrTime>();
    }
    const QRegularExpressionMatch match = matchOf(text);
    const std::optional<QDate> day = match.hasMatch() ? dayFrom(match) : std::nullopt;
    const bool timed = !match.captured(4).isEmpty();
    const QTime time(match.captured(4).toInt(), match.captured(5).toInt());
    if (!day || (timed && !time.isValid())) {
        return failure(Text::tr("日付は「2020/12/03」か「2020/12/03 13:21」の形で入力してください。"));
    }
    return std::optional(timed ? DayOrTime(*day, time) : DayOrTime(*day));
}

Entry<std::optional<Yen>> amount(const QString &text)
{
    QString digits = ordinary(text);
    if (digits.isEmpty()) {
        return std::optional<Yen>();
    }
    digits.remove(QRegularExpression(u"^[¥\\\\] ?|[,、]|円$"_s));
    const std::optional<Yen> amount = yenFromDigits(digits);
    if (!amount) {
        return failure(Text::tr("金額は「3200」のように、12桁までの数字で入力してください。"));
    }
    return amount;
}

Entry<QString> kana(const QString &text)
{
    const QString entry = text.trimmed();
    const bool fits = std::all_of(entry.begin(), entry.end(), [](QChar letter) {
        const bool isKana = letter >= QChar(u'ァ') && letter <= QChar(u'ヺ');
        return isKana || letter == u'ー' || letter == u'・' || letter == u'ヽ' || letter == u'ヾ' ||
               letter == u' ' || letter == QChar(0x3000);
    });
    if (!fits) {
        return failure(Text::tr("カナは「ヤマダ」のように、全角カタカナで入力してください。"));
    }
    return entry;
}

Entry<QString> phoneNumber(const QString &text)
{
    const QString entry = ordinary(text);
    const auto isDigit = [](QChar letter) { return letter >= u'0' && letter <= u'9'; };
    const bool fits = std::all_of(entry.begin(), entry.end(),
                                  [&](QChar letter) { return isDigit(letter) || letter == u'-'; });
    if (!entry.isEmpty() && (!fits || std::none_of(entry.begin(), entry.end(), isDigit))) {
        return failure(Text::tr("電話番号は数字とハイフンで入力してください。"));
    }
    return entry;
}

QString textOf(const std::optional<QDate> &day)
{
    return day ? Formats::day(*day) : QString();
}

QString textOf(const std::optional<DayOrTime> &moment)
{
    if (!moment) {
        return {};
    }
    return moment->time ? Formats::minute(firstInstantOf(*moment)) : Formats::day(moment->day);
}

QString textOf(const std::optional<Yen> &amount)
{
    return amount ? groupedYen(*amount) : QString();
}

} // namespace kessai::filterentries
