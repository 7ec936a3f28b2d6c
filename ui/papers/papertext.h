#pragma once

#include <QPainter>
#include <QString>
#include <QTextLayout>

#include <memory>

namespace kessai {

/// Outside text as a paper may show it: on one line, without control characters and without the marks that
/// turn the direction of what stands around them.
QString onPaper(const QString &text);

/// A text that is laid out for a device and then drawn where it belongs; never markup.
class PaperText
{
public:
    struct Place
    {
        qreal width = 0; ///< lines end here, in the device's units
        Qt::Alignment alignment = Qt::AlignLeft;
        int mostLines = 12; ///< what is more ends in …
    };
    PaperText(const QString &text, const QFont &font, QPaintDevice *device, const Place &place);

    [[nodiscard]] qreal height() const { return m_height; }
    [[nodiscard]] int lineCount() const { return m_layout->lineCount(); }
    /// The text without what was cut off.
    [[nodiscard]] QString shown() const { return m_layout->text(); }
    void draw(QPainter &painter, const QPointF &topLeft) const;

private:
    /// @return from which character the line after the last one would begin; -1 when all fits
    int layOut(const Place &place, int mostLines);

    std::unique_ptr<QTextLayout> m_layout;
    qreal m_height = 0;
};

} // namespace kessai
