#include "ui/work/importproblemtable.h"

#include "ui/widgets/twolinedelegate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

namespace kessai {

using namespace Qt::StringLiterals;

ImportProblemTable::ImportProblemTable(QWidget *parent) : QTableView(parent)
{
    setObjectName(u"importProblems"_s);
    setAccessibleName(tr("取り込めない行と注意の必要な行"));
    setModel(&m_problems);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    auto *cells = new TwoLineDelegate(this);
    cells->setTwoLines(false);
    setItemDelegate(cells);
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setColumnWidth(int(ImportProblemsModel::Column::Field), 180);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("選んだ行をコピー"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ImportProblemTable::copySelected);
    addAction(copy);
    auto *copyList = new QAction(tr("一覧をコピー"), this);
    connect(copyList, &QAction::triggered, this, &ImportProblemTable::copyAll);
    addAction(copyList);
}

void ImportProblemTable::copyAll() const
{
    QStringList lines;
    for (int row = 0; row < m_problems.rowCount(); ++row) {
        lines.append(m_problems.lineAt(row));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void ImportProblemTable::copySelected() const
{
    QStringList lines;
    for (int row = 0; row < m_problems.rowCount(); ++row) {
        if (selectionModel()->isRowSelected(row)) {
            lines.append(m_problems.lineAt(row));
        }
    }
    if (!lines.isEmpty()) {
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    }
}

} // namespace kessai
