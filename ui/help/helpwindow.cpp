#include "ui/help/helpwindow.h"

#include "ui/widgets/stylesheet.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int LineHeightPercent = 140;
constexpr int CellPaddingPx = 5;
constexpr int AboveHeadingPx = 22;
constexpr int BetweenPagesPx = 3;
constexpr int ManyColumns = 5;

/// Shows what it is given and fetches nothing.
class PageBrowser : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int, const QUrl &) override { return {}; }
};

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

/// Markdown comes in as tightly as text in a form; a page is read.
void spreadLines(QTextDocument &document)
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format;
        format.setLineHeight(LineHeightPercent, QTextBlockFormat::ProportionalHeight);
        if (block.blockFormat().headingLevel() > 1) {
            format.setTopMargin(AboveHeadingPx);
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

HelpWindow::HelpWindow(QList<HelpPage> pages, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_pages(std::move(pages))
    , m_search(new QLineEdit(this))
    , m_contents(new QListWidget(this))
    , m_nothing(new QLabel(tr("この語のあるページはありません。別の語で探してください。"), this))
    , m_text(new PageBrowser(this))
{
    setObjectName(u"helpWindow"_s);
    setWindowTitle(tr("使い方 — KessaiDesk"));
    m_search->setObjectName(u"helpSearch"_s);
    m_search->setAccessibleName(tr("使い方の検索"));
    m_search->setPlaceholderText(tr("使い方の検索"));
    m_search->setClearButtonEnabled(true);
    m_contents->setObjectName(u"helpContents"_s);
    m_contents->setAccessibleName(tr("使い方の目次"));
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setSpacing(BetweenPagesPx);
    m_nothing->setObjectName(u"helpNothing"_s);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    setTone(*m_nothing, Tone::Quiet);
    m_text->setObjectName(u"helpText"_s);
    m_text->setAccessibleName(tr("使い方の本文"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(12, 12, 8, 12);
    column->addWidget(m_search);
    column->addWidget(m_nothing);
    column->addWidget(m_contents, 1);
    auto *both = new QSplitter(this);
    both->addWidget(left);
    both->addWidget(m_text);
    both->setChildrenCollapsible(false);
    both->setStretchFactor(1, 1);
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(both);
    left->setMinimumWidth(fontMetrics().horizontalAdvance(u'あ') * 17);
    resize(fontMetrics().height() * 72, fontMetrics().height() * 44);
    fillContents();
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_search, &QLineEdit::returnPressed, this, &HelpWindow::goOnSearching);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) { showPage(link.path()); });
    connect(m_contents, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) {
            read(m_pages.at(row));
        }
    });
    showPage({});
}

void HelpWindow::fillContents()
{
    for (const HelpPage &page : std::as_const(m_pages)) {
        m_contents->addItem(page.title);
    }
}

void HelpWindow::showPage(const QString &id)
{
    m_search->clear(); // what was searched for may not stand there
    int row = 0;
    for (int at = 0; at < m_pages.size(); ++at) {
        row = m_pages.at(at).id == id ? at : row;
    }
    m_contents->setCurrentRow(row);
    m_text->setFocus(); // the arrow keys scroll at once
}

void HelpWindow::read(const HelpPage &page)
{
    m_shown = page.id;
    m_text->document()->setDocumentMargin(24);
    m_text->setMarkdown(page.markdown);
    spreadLines(*m_text->document());
    m_text->moveCursor(QTextCursor::Start);
    markHits();
}

/// The page in sight stays there while it has what is typed.
void HelpWindow::search(const QString &typed)
{
    int first = -1;
    for (int row = 0; row < m_pages.size(); ++row) {
        const bool found = m_pages.at(row).contains(typed);
        m_contents->item(row)->setHidden(!found);
        first = found && first < 0 ? row : first;
    }
    m_nothing->setVisible(first < 0);
    const QListWidgetItem *shown = m_contents->currentItem();
    if (first >= 0 && (!shown || shown->isHidden())) {
        m_contents->setCurrentRow(first);
    }
    markHits();
}

/// Enter: the next place in the page, else the next page.
void HelpWindow::goOnSearching()
{
    const QString word = m_search->text().section(u' ', 0, 0, QString::SectionSkipEmpty);
    if (word.isEmpty() || m_text->find(word)) {
        return;
    }
    const int count = m_contents->count();
    for (int step = 1; step <= count; ++step) {
        const int row = (m_contents->currentRow() + step) % count;
        if (!m_contents->item(row)->isHidden()) {
            m_contents->setCurrentRow(row);
            m_text->moveCursor(QTextCursor::Start); // also where it is the same page again
            m_text->find(word);
            return;
        }
    }
}

void HelpWindow::markHits()
{
    QList<QTextEdit::ExtraSelection> hits;
    const QStringList words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        QTextCursor at(m_text->document());
        for (at = m_text->document()->find(word, at); !at.isNull(); at = m_text->document()->find(word, at)) {
            QTextEdit::ExtraSelection hit;
            hit.cursor = at;
            hit.format.setBackground(palette().color(QPalette::Highlight));
            hit.format.setForeground(palette().color(QPalette::HighlightedText));
            hits.append(hit);
        }
    }
    m_text->setExtraSelections(hits);
    if (!hits.isEmpty()) {
        m_text->setTextCursor(QTextCursor(m_text->document()));
        QTextCursor first = hits.first().cursor;
        first.clearSelection();
        m_text->setTextCursor(first);
        m_text->ensureCursorVisible();
        m_text->moveCursor(QTextCursor::StartOfBlock);
    }
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (event->matches(QKeySequence::Find)) {
        m_search->setFocus();
        m_search->selectAll();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace kessai
