#pragma once

#include <QCoreApplication>

namespace kessai {

/// A label of the core (labelOf) inside a sentence, as the window calls it: the labels are translated in
/// ui/text/words.
inline QString shownLabel(const QString &label)
{
    return QCoreApplication::translate("Words", label.toUtf8().constData());
}

} // namespace kessai
