#pragma once

#include <QList>
#include <QString>

namespace kessai {

/// One of GMO's error codes (ErrInfo) in our own words (S128), in the language of the window.
struct ErrorCode
{
    QString code; ///< with `*` at its end: all that begin so and have no line of their own
    QString meaning;
    QString kind;   ///< カード会社の拒否, 期限・限度 …
    QString effect; ///< what the program makes of it, and whether the payment may have moved
    QString advice; ///< what staff do, one or two sentences
    QString folded; ///< of all of it, for the search
};

/// The whole table of the program, by code.
QList<ErrorCode> errorCodes();
/// What the program itself takes this code for, also one that the table does not have by its full name.
ErrorCode errorCodeOf(const QString &code);
/// Whether somebody has typed a code as GMO writes them, known or not.
bool isLikeErrorCode(const QString &typed);

} // namespace kessai
