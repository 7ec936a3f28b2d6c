#pragma once

#include "ui/help/helppages.h"
#include "ui/help/helppictures.h"

#include <QTextBrowser>

namespace kessai {

/// One page of the help, to read: lines with room between them, the pictures of the program, places to jump
/// to. Shows what it is given and fetches nothing.
class HelpBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HelpBrowser(QWidget *parent = nullptr);

    void read(const HelpPage &page);
    /// The heading of this anchor comes to the top; "": the page as such.
    void showPlace(const QString &anchor);
    /// Marks these words wherever they stand, and shows the first place.
    void mark(const QStringList &words);

    QVariant loadResource(int, const QUrl &) override { return {}; }

private:
    HelpPictures m_pictures;
};

} // namespace kessai
