#include "ui/runs/manypage.h"

#include "ui/widgets/progressline.h"

#include <QKeyEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

ManyPage::ManyPage(QWidget *parent)
    : QWidget(parent)
    , m_progress(new ProgressLine(this))
    , m_preview(new ManyPreview(this))
    , m_report(new ManyReport(this))
{
    setObjectName(u"manyPage"_s);
    auto *body = new QWidget(this);
    m_stack = new QStackedLayout(body);
    m_stack->addWidget(m_preview);
    m_stack->addWidget(m_report);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_progress);
    column->addWidget(body, 1);
    connect(m_preview, &ManyPreview::startAsked, this, &ManyPage::startAsked);
    connect(m_preview, &ManyPreview::leaveAsked, this, &ManyPage::leave);
    connect(m_preview, &ManyPreview::orderChosen, this, &ManyPage::orderChosen);
    connect(m_report, &ManyReport::leaveAsked, this, &ManyPage::leave);
    connect(m_report, &ManyReport::orderChosen, this, &ManyPage::orderChosen);
}

void ManyPage::showReading(ManyKind kind)
{
    m_stack->setCurrentWidget(m_preview);
    m_preview->showReading(kind);
    m_progress->setActive(true);
}

void ManyPage::showPlan(const std::shared_ptr<const ManyPlan> &plan)
{
    m_progress->setActive(false);
    m_preview->showPlan(plan);
}

void ManyPage::showFailure(const QString &message)
{
    m_progress->setActive(false);
    m_preview->showFailure(message);
}

bool ManyPage::showReport()
{
    if (!m_report->outcome().plan) {
        return false;
    }
    m_progress->setActive(false);
    m_stack->setCurrentWidget(m_report);
    m_report->placeFocus();
    return true;
}

void ManyPage::begin(const std::shared_ptr<const ManyPlan> &plan)
{
    m_report->begin(plan);
    showReport();
}

void ManyPage::leave()
{
    m_progress->setActive(false);
    emit left();
}

void ManyPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kessai
