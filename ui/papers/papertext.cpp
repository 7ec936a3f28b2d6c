#include "ui/papers/papertext.h"

#include <QFontMetricsF>

namespace kessai {
namespace {

constexpr qsizetype MostCharacters = 4000; ///< far beyond any name that is not meant to harm
constexpr qreal LineSpacing = 1.12;

/// ALM, LRM, RLM, embeddings, overrides and isolates.
bool turnsDirection(QChar character)
{
    const char16_t code = character.unicode();
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

bool breaksLine(QChar character)
{
    return character == u'\n' || character == u'\r' || character == u'\t' || character == u'\v' ||
           character == u'\f' || character == QChar::LineSeparator || character == QChar::ParagraphSeparator;
}

} // namespace

QString onPaper(const QString &text)
{
    QString clean;
    clean.reserve(qMin(text.size(), MostCharacters));
    for (const QChar character : text.left(MostCharacters)) {
        if (breaksLine(character)) {
            clean += u' ';
        } else if (character.category() != QChar::Other_Control && !turnsDirection(character)) {
            clean += character;
        }
    }
    return clean.trimmed();
}

PaperText::PaperText(const QString &text, const QFont &font, QPaintDevice *device, const Place &place)
    : m_layout(std::make_unique<QTextLayout>(onPaper(text), font, device))
{
    QTextOption option(place.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    const int lastLine = layOut(place, place.mostLines);
    if (lastLine < 0) {
        return;
    }
    const QString whole = m_layout->text();
    const QFontMetricsF metrics(font, device);
    m_layout->setText(whole.left(lastLine) +
                      metrics.elidedText(whole.mid(lastLine), Qt::ElideRight, place.width * 0.97));
    layOut(place, place.mostLines + 1);
}

int PaperText::layOut(const Place &place, int mostLines)
{
    m_height = 0;
    int lastLine = 0;
    int count = 0;
    bool isCut = false;
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        if (++count > mostLines) {
            isCut = true;
            break;
        }
        lastLine = line.textStart();
        line.setLineWidth(place.width);
        line.setPosition(QPointF(0, m_height));
        m_height += line.height() * LineSpacing;
    }
    m_layout->endLayout();
    return isCut ? lastLine : -1;
}

void PaperText::draw(QPainter &painter, const QPointF &topLeft) const
{
    m_layout->draw(&painter, topLeft);
}

} // namespace kessai
