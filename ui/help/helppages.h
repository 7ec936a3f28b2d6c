#pragma once

#include "ui/widgets/helpplace.h"
#include "ui/widgets/keysheet.h"

#include <QList>
#include <QString>

namespace kessai {

/// One page of the user's guide.
struct HelpPage
{
    QString id;
    QString title;    ///< its first heading
    QString markdown; ///< links go to ids of other pages

    /// Whether all words of what was typed stand in it, found as in the lists (foldForSearch).
    [[nodiscard]] bool contains(const QString &typed) const;
};

/// The pages in the language of the window, in the order in which one reads them; the keys last.
/// @param keys of the window; none: the page of keys is left out
QList<HelpPage> helpPages(const QList<KeySheet::Group> &keys);
/// All ids but that of the keys.
QStringList helpPageIds();

} // namespace kessai
