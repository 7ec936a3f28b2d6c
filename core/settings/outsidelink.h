#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace kessai {

/// One mail address of plain letters, as a mail program takes it: support@example.co.jp.
bool isMailAddress(const QString &text);

/// What may be handed to the desktop's browser or mail program: https with a host and without user or
/// password, or mailto with one address and nothing else. None for anything else, also for "".
std::optional<QUrl> outsideLink(const QString &text);

} // namespace kessai
