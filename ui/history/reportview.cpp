#include "ui/history/reportview.h"

#include "ui/history/reportreading.h"
#include "ui/widgets/twolinedelegate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarginPx = 10; ///< as in the style sheet and in the cells

} // namespace

ReportView::ReportView(ReportModel &model, ShopSession &session, QSettings &settings, const QString &name,
                       const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_session(session)
    , m_settings(settings)
    , m_name(name)
    , m_delegate(new TwoLineDelegate(this))
{
    setObjectName(name + u"Table"_s);
    setAccessibleName(accessibleName);
    m_delegate->setTwoLines(false);
    setModel(&m_model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    restore();
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &place) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(*menu);
        menu->popup(header->mapToGlobal(place));
    });
    connect(this, &QTableView::doubleClicked, this, &ReportView::openRow);
}

QString ReportView::key(const QString &what) const
{
    return u"history/%1/%2"_s.arg(m_name, what);
}

void ReportView::restore()
{
    const int character = fontMetrics().horizontalAdvance(u'あ');
    const QList<ReportColumn> &columns = m_model.columns();
    // Of a version with other columns: they would be taken for one another.
    const bool known = m_settings.value(key(u"columns"_s), 0).toInt() == columns.size();
    for (int section = 0; section < columns.size(); ++section) {
        const ReportColumn &column = columns.at(section);
        const int title = fontMetrics().horizontalAdvance(column.title);
        setColumnWidth(section, qMax(title, column.characters * character) + 2 * MarginPx + 1);
        const QVariant hidden = known ? m_settings.value(key(u"hidden/%1"_s.arg(section))) : QVariant();
        setColumnHidden(section, hidden.isNull() ? column.hiddenAtFirst : hidden.toBool());
    }
    const QByteArray state = m_settings.value(key(u"header"_s)).toByteArray();
    if (known && !state.isEmpty()) {
        horizontalHeader()->restoreState(state);
    }
    fitRows();
}

void ReportView::fitRows()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight(fontMetrics()));
}

void ReportView::save() const
{
    m_settings.setValue(key(u"columns"_s), m_model.columns().size());
    m_settings.setValue(key(u"header"_s), horizontalHeader()->saveState());
}

void ReportView::fillColumnMenu(QMenu &menu)
{
    const QList<ReportColumn> &columns = m_model.columns();
    for (int section = 1; section < columns.size(); ++section) { // the first one says which row it is
        QAction *action = menu.addAction(columns.at(section).title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(section));
        connect(action, &QAction::toggled, this, [this, section](bool shown) {
            m_settings.setValue(key(u"hidden/%1"_s.arg(section)), !shown);
            setColumnHidden(section, !shown);
        });
    }
}

QString ReportView::lineOf(const ReportRow &row) const
{
    QStringList cells;
    for (int section = 0; section < row.cells.size(); ++section) {
        if (!isColumnHidden(section)) {
            cells.append(row.cells.at(section).text());
        }
    }
    return cells.join(u'\t');
}

void ReportView::copySelected()
{
    delete m_copying; // what is selected now is meant
    QList<ReportReading::Range> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        ranges.append({range.top(), range.height()});
    }
    if (ranges.isEmpty() || !m_model.table()) {
        return;
    }
    std::sort(ranges.begin(), ranges.end(),
              [](const auto &one, const auto &other) { return one.first < other.first; });
    m_copying = new ReportReading(m_session, m_model.table(), ranges, this);
    const auto lines = std::make_shared<QStringList>();
    connect(m_copying, &ReportReading::rowsRead, this, [this, lines](const QList<ReportRow> &rows) {
        for (const ReportRow &row : rows) {
            lines->append(lineOf(row));
        }
    });
    connect(m_copying, &ReportReading::failed, this, &ReportView::failed);
    connect(m_copying, &ReportReading::finished, this, [this, lines] {
        QGuiApplication::clipboard()->setText(lines->join(u'\n'));
        emit copied(int(lines->size()));
    });
    m_copying->start();
}

void ReportView::openRow(const QModelIndex &index)
{
    if (const auto row = m_model.rowAt(index.row()); index.isValid() && row) {
        emit opened(*row);
    }
}

void ReportView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        openRow(currentIndex());
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        event->ignore(); // the page stops its reading with it
        return;
    }
    QTableView::keyPressEvent(event);
}

void ReportView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitRows();
    }
}

void ReportView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = byMouse ? indexAt(event->pos()) : currentIndex();
    const QPoint place =
        byMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).bottomLeft());
    if (const auto row = m_model.rowAt(index.row()); index.isValid() && row) {
        emit contextMenuAsked(*row, place);
    }
}

} // namespace kessai
