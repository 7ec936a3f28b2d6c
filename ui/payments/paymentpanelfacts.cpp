#include "ui/payments/badgelabel.h"
#include "ui/payments/paymentpanel.h"
#include "ui/text/formats.h"
#include "ui/widgets/copybutton.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>

// The rows of the panel: two a line, in the order of its model.

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int FactColumns = 2;
constexpr int WidestValueEm = 22; ///< a longer one, as an address of a bank's page, is cut in its middle

/// The whole of it is in the tooltip and is what the button beside it copies.
void showValue(QLabel &label, const QString &value)
{
    const int widest = label.fontMetrics().height() * WidestValueEm;
    const QString shown = label.fontMetrics().elidedText(value, Qt::ElideMiddle, widest);
    label.setText(shown);
    label.setToolTip(shown == value ? QString() : Formats::plainTooltip(value));
}

} // namespace

PaymentPanel::RowWidgets &PaymentPanel::rowFor(const PanelRow &row)
{
    RowWidgets &widgets = m_rows[row.key];
    if (widgets.caption) {
        return widgets;
    }
    widgets.caption = new QLabel(this);
    setTone(*widgets.caption, Tone::Quiet);
    widgets.cell = new QWidget(this);
    widgets.value = new QLabel(widgets.cell);
    widgets.value->setObjectName(row.key + u"Value"_s);
    widgets.value->setTextFormat(Qt::PlainText);
    widgets.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    widgets.badge = new BadgeLabel(widgets.cell);
    widgets.badge->setObjectName(row.key + u"Badge"_s);
    widgets.bar = new QProgressBar(widgets.cell);
    widgets.bar->setTextVisible(false);
    widgets.bar->setFixedSize(96, 8);
    widgets.bar->setAccessibleName(row.label);
    widgets.copy = new CopyButton(row.label, widgets.cell);
    widgets.copy->setObjectName(row.key + u"Copy"_s);
    widgets.cell->setMinimumHeight(widgets.copy->sizeHint().height()); // lines with and without it are alike
    auto *inside = new QHBoxLayout(widgets.cell);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(4);
    inside->addWidget(widgets.value);
    inside->addWidget(widgets.badge);
    inside->addWidget(widgets.bar);
    inside->addWidget(widgets.copy);
    inside->addStretch(1);
    return widgets;
}

void PaymentPanel::showRow(RowWidgets &widgets, const PanelRow &row, int place)
{
    if (widgets.place != place) {
        widgets.place = place;
        const int column = (place % FactColumns) * 3;
        m_rowGrid->addWidget(widgets.caption, place / FactColumns, column);
        m_rowGrid->addWidget(widgets.cell, place / FactColumns, column + 1);
    }
    widgets.caption->setText(row.label);
    widgets.caption->show();
    widgets.cell->show();
    widgets.value->setVisible(!row.badge);
    showValue(*widgets.value, row.value);
    setTone(*widgets.value, row.tone);
    widgets.badge->setVisible(row.badge.has_value());
    widgets.badge->setBadge(row.badge.value_or(Badge{}));
    widgets.badge->setToolTip(row.toolTip);
    widgets.bar->setVisible(row.daysGone.has_value());
    const DaysGone days = row.daysGone.value_or(DaysGone{0, 1});
    widgets.bar->setRange(0, days.all);
    widgets.bar->setValue(days.gone);
    widgets.copy->setVisible(row.copyable);
    widgets.copy->setValue(row.copyable ? row.value : QString());
}

void PaymentPanel::showRows()
{
    const QList<PanelRow> rows = m_model.rows();
    for (RowWidgets &widgets : m_rows) {
        widgets.caption->hide();
        widgets.cell->hide();
    }
    int place = 0;
    for (const PanelRow &row : rows) {
        showRow(rowFor(row), row, place++);
    }
}

} // namespace kessai
