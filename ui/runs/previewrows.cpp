#include "ui/runs/previewrows.h"

#include "ui/runs/previewmodel.h"
#include "ui/runs/rowtable.h"
#include "ui/text/formats.h"
#include "ui/widgets/rowdetails.h"

#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

PreviewRows::PreviewRows(const QString &prefix, PreviewModel &runs, PreviewModel &leftOut, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget(this))
    , m_runs(new RowTable(prefix + u"Runs"_s, tr("実行する注文"), m_tabs))
    , m_leftOut(new RowTable(prefix + u"LeftOut"_s, tr("対象外の注文"), m_tabs))
    , m_details(new RowDetails(prefix + u"Details"_s, this))
{
    m_tabs->setObjectName(prefix + u"Tabs"_s);
    m_tabs->setAccessibleName(tr("実行する注文と対象外の注文"));
    m_tabs->setDocumentMode(true);
    connectTable(*m_runs, runs);
    connectTable(*m_leftOut, leftOut);
    m_tabs->addTab(m_runs, {});
    m_tabs->addTab(buildLeftOut(prefix), {});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_details);
    m_details->follow(*m_runs);
    m_details->follow(*m_leftOut);
    connect(m_tabs, &QTabWidget::currentChanged, this,
            [this](int tab) { m_details->showRowOf(tab == 0 ? *m_runs : *m_leftOut); });
    connect(m_reasons, &ReasonList::chosen, &leftOut, &PreviewModel::setReason);
}

void PreviewRows::connectTable(RowTable &table, PreviewModel &model)
{
    table.setModel(&model);
    table.setLines([&model](const QList<int> &rows, const QList<int> &columns, const RowTable::Copy &copy) {
        model.readLines(rows, columns, copy);
    });
    connect(&table, &RowTable::opened, this,
            [this, &model](int row) { emit orderChosen(model.orderAt(row)); });
}

QWidget *PreviewRows::buildLeftOut(const QString &prefix)
{
    auto *page = new QWidget(m_tabs);
    m_reasons = new ReasonList(page);
    m_reasons->setObjectName(prefix + u"Reasons"_s);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_reasons);
    column->addWidget(m_leftOut, 1);
    return page;
}

void PreviewRows::setColumnCharacters(int column, int characters)
{
    m_runs->setColumnCharacters(column, characters);
    m_leftOut->setColumnCharacters(column, characters);
}

void PreviewRows::showReading()
{
    m_tabs->setTabText(0, tr("実行する"));
    m_tabs->setTabText(1, tr("対象外"));
    m_reasons->setReasons({});
    placeFocus();
}

void PreviewRows::showCounts(qint64 runs, const QList<LeftOutReason> &reasons)
{
    qint64 leftOut = 0;
    for (const LeftOutReason &reason : reasons) {
        leftOut += reason.count;
    }
    m_reasons->setReasons(reasons);
    m_tabs->setTabText(0, tr("実行する（%1）").arg(Formats::count(runs)));
    m_tabs->setTabText(1, tr("対象外（%1）").arg(Formats::count(leftOut)));
    m_tabs->setTabEnabled(1, leftOut > 0);
    m_tabs->setCurrentIndex(runs == 0 && leftOut > 0 ? 1 : 0);
    m_details->showRowOf(m_tabs->currentIndex() == 0 ? *m_runs : *m_leftOut);
    placeFocus();
}

void PreviewRows::placeFocus()
{
    (m_tabs->currentIndex() == 0 ? m_runs : m_leftOut)->setFocus();
}

} // namespace kessai
