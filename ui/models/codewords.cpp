#include "ui/models/codewords.h"

#include "core/gmo/errortable.h"
#include "ui/text/language.h"

namespace kessai {

namespace {

constexpr qsizetype CodesMaximum = 20;
constexpr qsizetype CodeLengthMaximum = 32; ///< a code has 9; what comes from outside may be anything

} // namespace

QStringList gatewayCodes(const QString &joined)
{
    QStringList codes;
    for (const QString &code :
         joined.left(CodesMaximum * CodeLengthMaximum).split(u'|', Qt::SkipEmptyParts)) {
        if (codes.size() < CodesMaximum) {
            codes.append(code.trimmed().left(CodeLengthMaximum));
        }
    }
    return codes;
}

QString gatewayCodeMeaning(const QString &code)
{
    const ErrorMeaning meaning = ErrorTable::embedded().meaningOf(code);
    return Language::isEnglish() ? meaning.meaningEn : meaning.meaningJa;
}

} // namespace kessai
