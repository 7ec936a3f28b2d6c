#include "ui/help/errorcodesview.h"

#include "ui/text/formats.h"
#include "ui/widgets/rowdetails.h"
#include "ui/widgets/twolinedelegate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

ErrorCodesView::ErrorCodesView(QWidget *parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_table(new QTableView(this))
    , m_details(new RowDetails(u"errorCodeDetails"_s, this))
{
    setObjectName(u"errorCodesView"_s);
    m_count->setObjectName(u"errorCodeCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setContentsMargins(24, 0, 24, 8);
    buildTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_count);
    column->addWidget(m_table, 1);
    column->addWidget(m_details);
    m_details->follow(*m_table);
    setSearch({});
}

void ErrorCodesView::buildTable()
{
    m_table->setObjectName(u"errorCodeTable"_s);
    m_table->setAccessibleName(tr("GMOのエラーコードの一覧"));
    m_table->setModel(&m_model);
    auto *cells = new TwoLineDelegate(m_table);
    cells->setTwoLines(false);
    m_table->setItemDelegate(cells);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(cells->rowHeight(m_table->fontMetrics()));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const int wide = m_table->fontMetrics().horizontalAdvance(u'あ');
    using Column = ErrorCodeModel::Column;
    const QList<std::pair<Column, int>> widths{{Column::Code, 7}, {Column::Meaning, 19}, {Column::Kind, 8}};
    for (const auto &[place, characters] : widths) {
        m_table->setColumnWidth(int(place), wide * characters + 20);
    }
    auto *copy = new QAction(tr("選んだ行をコピー"), m_table);
    copy->setObjectName(u"copyErrorCodes"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ErrorCodesView::copySelected);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ErrorCodesView::setSearch(const QString &typed)
{
    m_model.setSearch(typed);
    const QString all = Formats::count(m_model.allCount());
    m_count->setText(typed.trimmed().isEmpty()
                         ? tr("%1件のコード").arg(all)
                         : tr("%1件のコードのうち%2件").arg(all, Formats::count(m_model.rowCount())));
    if (m_model.rowCount() > 0) {
        m_table->setCurrentIndex(m_model.index(0, 0));
    }
}

void ErrorCodesView::copySelected() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const int row : std::as_const(rows)) {
        lines.append(m_model.index(row, 0).data(DetailsRole).toString());
    }
    if (!lines.isEmpty()) {
        QGuiApplication::clipboard()->setText(lines.join(u"\n\n"_s));
    }
}

} // namespace kessai
