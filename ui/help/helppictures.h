#pragma once

#include <QHash>
#include <QImage>
#include <QObject>
#include <QTextObjectInterface>

namespace kessai {

/// Draws the pictures of a page of the help: never wider than the page, smooth at every width, and only those
/// of the program's own resources, `![…](NAME)` for NAME.png or NAME.svg in the language of the window.
class HelpPictures : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    using QObject::QObject;

    /// From now on the document's pictures are drawn by this.
    void drawIn(QTextDocument &document);
    /// Of the page before: they are as large in memory as a window.
    void forget() { m_images.clear(); }

    QSizeF intrinsicSize(QTextDocument *document, int place, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int place,
                    const QTextFormat &format) override;

    /// None where there is no such picture in the resources.
    static QImage pictureOf(const QString &name);

private:
    const QImage &imageOf(const QTextFormat &format);

    QHash<QString, QImage> m_images;
};

} // namespace kessai
