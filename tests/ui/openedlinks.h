#pragma once

#include <QDesktopServices>
#include <QObject>
#include <QUrl>

namespace kessai {

/// Takes what goes to the desktop's browser and mail program, as long as it lives.
class OpenedLinks : public QObject
{
    Q_OBJECT

public:
    OpenedLinks()
    {
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "take");
        QDesktopServices::setUrlHandler(QStringLiteral("mailto"), this, "take");
    }
    ~OpenedLinks() override
    {
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QDesktopServices::unsetUrlHandler(QStringLiteral("mailto"));
    }
    QList<QUrl> links;

public slots:
    void take(const QUrl &link) { links.append(link); }
};

} // namespace kessai
