#include "core/base/textfold.h"

namespace kessai {
namespace {

constexpr QChar LongVowel(0x30FC); // ー

bool isDash(QChar character)
{
    switch (character.unicode()) {
    case u'-':
    case u'~':
    case 0x2010: // hyphen
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: // minus
    case 0x301C: // wave dash
    case 0x30FC: // long vowel
    case 0xFF5E: // full-width tilde
    case 0x2500: // box drawing, typed by mistake
        return true;
    default:
        return false;
    }
}

QChar foldedLetter(QChar character)
{
    const ushort code = character.unicode();
    const bool hiragana = (code >= 0x3041 && code <= 0x3096) || code == 0x309D || code == 0x309E;
    return hiragana ? QChar(code + 0x60) : character;
}

bool isDigit(QChar character)
{
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

} // namespace

QString foldForSearch(const QString &text)
{
    const QString normal = text.normalized(QString::NormalizationForm_KC).toLower();
    QString letters;
    letters.reserve(normal.size());
    for (const QChar character : normal) {
        if (!character.isSpace()) {
            letters.append(isDash(character) ? LongVowel : foldedLetter(character));
        }
    }
    QString folded;
    folded.reserve(letters.size());
    for (qsizetype index = 0; index < letters.size(); ++index) {
        const bool betweenDigits = letters[index] == LongVowel && index > 0 && index + 1 < letters.size() &&
                                   isDigit(letters[index - 1]) && isDigit(letters[index + 1]);
        if (!betweenDigits) {
            folded.append(letters[index]);
        }
    }
    // Without the spaces a voiced mark typed on its own meets its letter: か゛ → が.
    return folded.normalized(QString::NormalizationForm_KC);
}

} // namespace kessai
