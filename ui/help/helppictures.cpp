#include "ui/help/helppictures.h"

#include "ui/text/language.h"
#include "ui/widgets/colours.h"

#include <QAbstractTextDocumentLayout>
#include <QFile>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QTextFormat>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal DrawingScale = 2; ///< of a drawing, for screens of many dots

QImage drawn(const QString &file)
{
    QSvgRenderer drawing(file);
    QImage image(drawing.defaultSize() * DrawingScale, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawing.render(&painter);
    image.setDevicePixelRatio(DrawingScale);
    return image;
}

} // namespace

QImage HelpPictures::pictureOf(const QString &name)
{
    const QString language = Language::isEnglish() ? u"en"_s : u"ja"_s;
    const QString file = u":/kessai/help/pictures/%1/%2"_s.arg(language, name);
    return QFile::exists(file + u".svg"_s) ? drawn(file + u".svg"_s) : QImage(file + u".png"_s);
}

void HelpPictures::drawIn(QTextDocument &document)
{
    document.documentLayout()->registerHandler(QTextFormat::ImageObject, this);
}

const QImage &HelpPictures::imageOf(const QTextFormat &format)
{
    const QString name = format.toImageFormat().name();
    auto image = m_images.find(name);
    if (image == m_images.end()) {
        image = m_images.insert(name, pictureOf(name));
    }
    return *image;
}

QSizeF HelpPictures::intrinsicSize(QTextDocument *document, int, const QTextFormat &format)
{
    const QImage &image = imageOf(format);
    const QSizeF own = image.size() / image.devicePixelRatio();
    const qreal room = document->textWidth() - 2 * document->documentMargin();
    return own.width() <= room || room <= 0 ? own : own * (room / own.width());
}

void HelpPictures::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int,
                              const QTextFormat &format)
{
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(rect, imageOf(format));
    painter->setPen(hairline(QPalette()));
    painter->drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
    painter->restore();
}

} // namespace kessai
