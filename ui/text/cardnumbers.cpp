#include "ui/text/cardnumbers.h"

#include <QRegularExpression>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// ISO/IEC 7812-1, Annex B.
bool hasRightCheckDigit(const QString &digits)
{
    int sum = 0;
    for (qsizetype place = 0; place < digits.size(); ++place) {
        const int digit = digits.at(digits.size() - 1 - place).digitValue() * (place % 2 == 1 ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

} // namespace

QString withoutCardNumbers(const QString &text)
{
    static const QRegularExpression candidate(u"(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)"_s,
                                              QRegularExpression::UseUnicodePropertiesOption);
    QString shown;
    qsizetype end = 0;
    for (auto found = candidate.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        QString digits = match.captured();
        digits.remove(u' ').remove(u'-');
        if (!hasRightCheckDigit(digits)) {
            continue;
        }
        shown += text.mid(end, match.capturedStart() - end) + u"**** "_s + digits.right(4);
        end = match.capturedEnd();
    }
    return shown + text.mid(end);
}

} // namespace kessai
