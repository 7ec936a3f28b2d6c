#pragma once

#include "ui/widgets/helpplace.h"
#include "ui/widgets/keysheet.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kessai {

/// One page of the user's guide.
struct HelpPage
{
    QString id;
    QString title;    ///< its first heading
    QString markdown; ///< links go to ids of other pages, with # to a place in one; pictures are names
    /// Of its headings of the second level, in order: the same in every language.
    QStringList anchors{};
    QString folded{}; ///< of all of it, for contains()

    /// Whether all words of what was typed stand in it, found as in the lists (foldForSearch).
    [[nodiscard]] bool contains(const QString &typed) const;
};

/// Pages that belong together, under one title in the contents.
struct HelpPart
{
    QString title;
    QList<HelpPage> pages;
};

/// The pages in the language of the window, in the order in which one reads them; the keys last.
/// @param keys of the window; none: the page of keys is left out
QList<HelpPart> helpParts(const QList<KeySheet::Group> &keys);
/// All of them, one after the other.
QList<HelpPage> helpPages(const QList<KeySheet::Group> &keys);
/// All ids but that of the keys.
QStringList helpPageIds();
/// The eleven topics of the guide that staff know (S4), in its order.
QStringList guideTopicIds();

} // namespace kessai
