#include "ui/papers/copiedtext.h"

#include <QHash>
#include <QString>

namespace kessai {
namespace {

constexpr qsizetype DigitCount = 4; ///< of a code point: <2FA6>

/// Radicals that are drawn as the character; those from U+2F00 on have it as their decomposition.
const QHash<char16_t, char16_t> &charactersOfRadicals()
{
    static const QHash<char16_t, char16_t> characters{
        {0x2E92, u'巳'}, {0x2E9F, u'母'}, {0x2EA0, u'民'}, {0x2EC1, u'虎'}, {0x2EC4, u'西'}, {0x2ED1, u'長'},
        {0x2ED8, u'青'}, {0x2EDD, u'食'}, {0x2EE3, u'骨'}, {0x2EE4, u'鬼'}, {0x2EE8, u'麦'}, {0x2EE9, u'黄'},
        {0x2EEB, u'斉'}, {0x2EED, u'歯'}, {0x2EEF, u'竜'}, {0x2EF2, u'亀'}};
    return characters;
}

char16_t meantBy(char16_t code)
{
    if (code == u'\t') {
        return u' ';
    }
    if (code >= 0x2F00 && code <= 0x2FD5) {
        return QString(QChar(code)).normalized(QString::NormalizationForm_KC).at(0).unicode();
    }
    return charactersOfRadicals().value(code, code);
}

/// @param begin where the list of names of a table begins
void mendNames(QByteArray &pdf, qsizetype begin, qsizetype end)
{
    for (qsizetype at = pdf.indexOf('<', begin); at >= 0 && at < end; at = pdf.indexOf('<', at + 1)) {
        bool isNumber = false;
        const auto code = char16_t(pdf.mid(at + 1, DigitCount).toUShort(&isNumber, 16));
        if (isNumber && pdf.at(at + 1 + DigitCount) == '>' && meantBy(code) != code) {
            const QByteArray digits = QByteArray::number(meantBy(code), 16).toUpper();
            pdf.replace(at + 1, DigitCount, digits.rightJustified(DigitCount, '0'));
        }
    }
}

} // namespace

QByteArray withCopiedText(QByteArray pdf)
{
    const QByteArray mark = "beginbfrange\n";
    for (qsizetype table = pdf.indexOf(mark); table >= 0; table = pdf.indexOf(mark, table + 1)) {
        const qsizetype end = pdf.indexOf("endbfrange", table);
        for (qsizetype list = pdf.indexOf('[', table); list >= 0 && list < end;
             list = pdf.indexOf('[', list + 1)) {
            mendNames(pdf, list, qMin(end, pdf.indexOf(']', list)));
        }
    }
    return pdf;
}

} // namespace kessai
