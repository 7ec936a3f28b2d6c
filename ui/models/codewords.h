#pragma once

#include <QStringList>

namespace kessai {

/// The gateway's ErrInfo codes as the database joins them (`E01…|E01…`), in order; no more than anybody
/// reads.
QStringList gatewayCodes(const QString &joined);
/// What a code means, in the window's language and our own plain words (S128).
QString gatewayCodeMeaning(const QString &code);

} // namespace kessai
