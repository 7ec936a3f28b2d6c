#include "ui/widgets/paragraph.h"

#include <QEvent>
#include <QFontInfo>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Of the size of the letters; Japanese fonts leave anything from 1.0 to 1.5 by themselves.
constexpr double LineHeight = 1.45;

} // namespace

Paragraph::Paragraph(const QString &text, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setSentences(text);
}

void Paragraph::setSentences(const QString &text)
{
    m_sentences = text;
    showSentences();
}

void Paragraph::showSentences()
{
    if (m_sentences.isEmpty()) {
        clear();
        return;
    }
    const double natural = fontMetrics().lineSpacing();
    const int percent = qRound(qMax(1.0, LineHeight * QFontInfo(font()).pixelSize() / natural) * 100);
    setText(u"<p style=\"margin:0; line-height:%1%\">%2</p>"_s.arg(percent).arg(
        m_sentences.toHtmlEscaped().replace(u'\n', u"<br>"_s)));
}

void Paragraph::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        showSentences();
    }
}

} // namespace kessai
