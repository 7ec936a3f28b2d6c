#pragma once

#include <QString>

namespace kessai {

/// Gives a link to the desktop's browser or mail program; only what outsideLink() takes.
/// @param subject, body of a mail; a page gets nothing
/// @returns false where it is no such link, or the desktop has no program for it
bool openOutside(const QString &link, const QString &subject = {}, const QString &body = {});

} // namespace kessai
