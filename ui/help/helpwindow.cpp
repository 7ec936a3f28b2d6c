#include "ui/help/helpwindow.h"

#include "ui/help/errorcodesview.h"
#include "ui/help/helpbrowser.h"
#include "ui/widgets/stylesheet.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int BetweenPagesPx = 3;
constexpr int PageRole = Qt::UserRole; ///< which page an entry of the contents is; a title of a part has none

} // namespace

HelpWindow::HelpWindow(const QList<HelpPart> &parts, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_search(new QLineEdit(this))
    , m_contents(new QListWidget(this))
    , m_nothing(new QLabel(tr("この語のあるページはありません。別の語で探してください。"), this))
    , m_text(new HelpBrowser(this))
    , m_codes(new ErrorCodesView(this))
{
    setObjectName(u"helpWindow"_s);
    setWindowTitle(tr("使い方 — KessaiDesk"));
    m_search->setObjectName(u"helpSearch"_s);
    m_search->setAccessibleName(tr("使い方の検索"));
    m_search->setPlaceholderText(tr("使い方の検索"));
    m_search->setClearButtonEnabled(true);
    m_nothing->setObjectName(u"helpNothing"_s);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    setTone(*m_nothing, Tone::Quiet);
    buildContents(parts);
    buildLayout();
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_search, &QLineEdit::returnPressed, this, &HelpWindow::goOnSearching);
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        const QVariant page = item ? item->data(PageRole) : QVariant();
        if (page.isValid()) {
            read(page.toInt());
        }
    });
    showPage({});
}

void HelpWindow::buildContents(const QList<HelpPart> &parts)
{
    m_contents->setObjectName(u"helpContents"_s);
    m_contents->setAccessibleName(tr("使い方の目次"));
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setSpacing(BetweenPagesPx);
    for (const HelpPart &part : parts) {
        auto *title = new QListWidgetItem(part.title, m_contents);
        title->setFlags(Qt::NoItemFlags);
        QFont bold = m_contents->font();
        bold.setBold(true);
        title->setFont(bold);
        for (const HelpPage &page : part.pages) {
            auto *entry = new QListWidgetItem(page.title, m_contents);
            entry->setData(PageRole, m_pages.size());
            m_pages.append(page);
        }
    }
}

void HelpWindow::buildLayout()
{
    m_codes->hide();
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(12, 12, 8, 12);
    column->addWidget(m_search);
    column->addWidget(m_nothing);
    column->addWidget(m_contents, 1);
    auto *right = new QWidget(this);
    right->setAutoFillBackground(true);
    right->setBackgroundRole(QPalette::Base);
    auto *page = new QVBoxLayout(right);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_text, 2);
    page->addWidget(m_codes, 5);
    auto *both = new QSplitter(this);
    both->addWidget(left);
    both->addWidget(right);
    both->setChildrenCollapsible(false);
    both->setStretchFactor(1, 1);
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(both);
    left->setMinimumWidth(fontMetrics().horizontalAdvance(u'あ') * 17);
    resize(fontMetrics().height() * 72, fontMetrics().height() * 44);
}

int HelpWindow::rowOf(int page) const
{
    for (int row = 0; row < m_contents->count(); ++row) {
        const QVariant data = m_contents->item(row)->data(PageRole);
        if (data.isValid() && data.toInt() == page) {
            return row;
        }
    }
    return -1;
}

void HelpWindow::showPage(const QString &place)
{
    m_search->clear(); // what was searched for may not stand there
    const QString id = place.section(u'#', 0, 0);
    int page = 0;
    for (int at = 0; at < m_pages.size(); ++at) {
        page = m_pages.at(at).id == id ? at : page;
    }
    m_contents->setCurrentRow(rowOf(page));
    m_anchor = place.section(u'#', 1);
    m_text->showPlace(m_anchor);
    m_text->setFocus(); // the arrow keys scroll at once
}

void HelpWindow::follow(const QUrl &link)
{
    if (link.scheme() == u"contact") {
        emit contactAsked();
        return;
    }
    const QString id = link.path().isEmpty() ? m_shown : link.path();
    showPage(link.hasFragment() ? id + u'#' + link.fragment() : id);
}

void HelpWindow::read(int page)
{
    const HelpPage &read = m_pages.at(page);
    m_shown = read.id;
    m_codes->setVisible(read.id == helppage::Codes);
    m_text->read(read);
    markHits();
}

/// The page in sight stays there while it has what is typed.
void HelpWindow::search(const QString &typed)
{
    int first = -1;
    for (int page = 0; page < m_pages.size(); ++page) {
        const bool found = m_pages.at(page).contains(typed);
        m_contents->item(rowOf(page))->setHidden(!found);
        first = found && first < 0 ? page : first;
    }
    hideEmptyParts();
    m_nothing->setVisible(first < 0);
    m_codes->setSearch(typed);
    const QListWidgetItem *shown = m_contents->currentItem();
    if (first >= 0 && (!shown || shown->isHidden())) {
        m_contents->setCurrentRow(rowOf(first));
    }
    markHits();
}

/// From below, so that each title knows what is left of its part.
void HelpWindow::hideEmptyParts()
{
    bool some = false;
    for (int row = m_contents->count() - 1; row >= 0; --row) {
        QListWidgetItem *item = m_contents->item(row);
        if (item->data(PageRole).isValid()) {
            some = some || !item->isHidden();
        } else {
            item->setHidden(!std::exchange(some, false));
        }
    }
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
        const QListWidgetItem *item = m_contents->item(row);
        if (!item->isHidden() && item->data(PageRole).isValid()) {
            m_contents->setCurrentRow(row);
            m_text->moveCursor(QTextCursor::Start); // also where it is the same page again
            m_text->find(word);
            return;
        }
    }
}

void HelpWindow::markHits()
{
    m_text->mark(m_search->text().split(u' ', Qt::SkipEmptyParts));
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
