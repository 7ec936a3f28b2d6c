#pragma once

#include <QByteArray>

namespace kessai {

/// A PDF by QPdfWriter whose text is copied as it was written. Qt names a glyph by the first code point that
/// has it, and Japanese fonts have one glyph for 金 and for the radical ⾦, one for the space and the tab:
/// who looks for what was copied would find nothing. Names are put right where they stand; the length stays.
QByteArray withCopiedText(QByteArray pdf);

} // namespace kessai
