#include "ui/help/helpbrowser.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int LineHeightPercent = 140;
constexpr int CellPaddingPx = 5;
constexpr int AboveHeadingPx = 22;
constexpr int AroundPicturePx = 10;
constexpr int ManyColumns = 5;

/// Of a table of many columns the last one has the longest words.
QList<QTextLength> widthsOf(int columns)
{
    if (columns < ManyColumns) {
        return QList<QTextLength>(columns, QTextLength());
    }
    const qreal share = 100.0 / (columns + 1);
    QList<QTextLength> widths(columns, QTextLength(QTextLength::PercentageLength, share));
    widths.last() = QTextLength(QTextLength::PercentageLength, 2 * share);
    return widths;
}

/// Where showPage() finds the headings.
void setAnchor(const QTextBlock &heading, const QString &anchor)
{
    QTextCursor text(heading);
    text.select(QTextCursor::BlockUnderCursor);
    QTextCharFormat format;
    format.setAnchor(true);
    format.setAnchorNames({anchor});
    text.mergeCharFormat(format);
}

/// Markdown comes in as tightly as text in a form; a page is read.
void spreadLines(QTextDocument &document, QStringList anchors)
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format;
        if (block.text().contains(QChar::ObjectReplacementCharacter)) { // a picture is as high as it is
            format.setTopMargin(AroundPicturePx);
            format.setBottomMargin(AroundPicturePx);
        } else {
            format.setLineHeight(LineHeightPercent, QTextBlockFormat::ProportionalHeight);
        }
        if (block.blockFormat().headingLevel() > 1) {
            format.setTopMargin(AboveHeadingPx);
        }
        if (block.blockFormat().headingLevel() == 2 && !anchors.isEmpty()) {
            setAnchor(block, anchors.takeFirst());
        }
        cursor.mergeBlockFormat(format);
        if (QTextTable *table = cursor.currentTable()) {
            QTextTableFormat spread = table->format();
            spread.setCellPadding(CellPaddingPx);
            spread.setCellSpacing(0);
            spread.setBorderCollapse(true);
            spread.setColumnWidthConstraints(widthsOf(table->columns()));
            table->setFormat(spread);
        }
    }
}

} // namespace

HelpBrowser::HelpBrowser(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(u"helpText"_s);
    setAccessibleName(tr("使い方の本文"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    m_pictures.drawIn(*document());
}

void HelpBrowser::read(const HelpPage &page)
{
    m_pictures.forget();
    document()->setDocumentMargin(24);
    setMarkdown(page.markdown);
    spreadLines(*document(), page.anchors);
    moveCursor(QTextCursor::Start);
}

void HelpBrowser::showPlace(const QString &anchor)
{
    if (anchor.isEmpty()) {
        moveCursor(QTextCursor::Start);   // also where it was the same page before
        verticalScrollBar()->setValue(0); // the cursor is in sight below the margin too
    } else {
        scrollToAnchor(anchor);
    }
}

void HelpBrowser::mark(const QStringList &words)
{
    QList<QTextEdit::ExtraSelection> hits;
    for (const QString &word : words) {
        QTextCursor at(document());
        for (at = document()->find(word, at); !at.isNull(); at = document()->find(word, at)) {
            QTextEdit::ExtraSelection hit;
            hit.cursor = at;
            hit.format.setBackground(palette().color(QPalette::Highlight));
            hit.format.setForeground(palette().color(QPalette::HighlightedText));
            hits.append(hit);
        }
    }
    setExtraSelections(hits);
    if (!hits.isEmpty()) {
        setTextCursor(QTextCursor(document()));
        QTextCursor first = hits.first().cursor;
        first.clearSelection();
        setTextCursor(first);
        ensureCursorVisible();
        moveCursor(QTextCursor::StartOfBlock);
    }
}

} // namespace kessai
