#include "ui/editing/totalspanel.h"

#include "core/domain/totals.h"
#include "ui/editing/orderdraft.h"
#include "ui/text/formats.h"
#include "ui/widgets/stylesheet.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Figure
{
    QString name;
    QString ofOrder;
    QString ofLines;
    QString objectName;
    bool isPayable = false;
};

QList<Figure> figuresOf(const OrderDraft &draft)
{
    const OrderTotals &order = draft.order().totals;
    const OrderTotals &lines = draft.calculated();
    const auto yen = [](const QString &name, Yen ofOrder, Yen ofLines, const QString &objectName) {
        return Figure{name, Formats::yen(ofOrder), Formats::yen(ofLines), objectName};
    };
    QList<Figure> figures{
        yen(TotalsPanel::tr("小計"), order.subtotal, lines.subtotal, u"subtotal"_s),
        yen(TotalsPanel::tr("送料"), order.deliveryFee, lines.deliveryFee, u"deliveryFee"_s),
        yen(TotalsPanel::tr("手数料"), order.charge, lines.charge, u"charge"_s),
        yen(TotalsPanel::tr("値引き"), order.discount, lines.discount, u"discount"_s)};
    // The order keeps no figure of a rate: it always follows the lines.
    const ComputedTotals computed = computeTotals(draft.order().items);
    for (auto rate = computed.taxableByRatePercent.cbegin(); rate != computed.taxableByRatePercent.cend();
         ++rate) {
        const QString amount = Formats::yen(rate.value());
        figures.append(
            {TotalsPanel::tr("%1%対象").arg(rate.key()), amount, amount, u"taxable%1"_s.arg(rate.key())});
    }
    figures.append(yen(TotalsPanel::tr("合計"), order.total, lines.total, u"total"_s));
    figures.append({TotalsPanel::tr("加算ポイント"), Formats::count(order.addedPoints),
                    Formats::count(lines.addedPoints), u"addedPoints"_s});
    figures.append({TotalsPanel::tr("利用ポイント"), Formats::count(order.usedPoints),
                    Formats::count(lines.usedPoints), u"usedPoints"_s});
    Figure payable =
        yen(TotalsPanel::tr("お支払い合計"), order.payableTotal, lines.payableTotal, u"payableTotal"_s);
    payable.isPayable = true;
    figures.append(payable);
    return figures;
}

QLabel *label(const QString &text, QWidget *parent, bool bold)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setBold(bold);
    label->setFont(font);
    return label;
}

void addRow(QGridLayout &grid, const Figure &figure, QWidget *content)
{
    const int row = grid.rowCount();
    const bool differs = figure.ofOrder != figure.ofLines;
    grid.addWidget(label(figure.name, content, figure.isPayable), row, 0);
    auto *ofOrder = label(figure.ofOrder, content, figure.isPayable);
    ofOrder->setObjectName(figure.objectName + u"OfOrder"_s);
    ofOrder->setAccessibleName(TotalsPanel::tr("受注の金額 %1: %2").arg(figure.name, figure.ofOrder));
    grid.addWidget(ofOrder, row, 1, Qt::AlignRight);
    auto *ofLines = label(differs ? u"≠ "_s + figure.ofLines : figure.ofLines, content, figure.isPayable);
    ofLines->setObjectName(figure.objectName + u"OfLines"_s);
    ofLines->setAccessibleName(TotalsPanel::tr("明細の計算 %1: %2").arg(figure.name, figure.ofLines));
    setTone(*ofLines, differs ? Tone::Alarm : Tone::Plain);
    grid.addWidget(ofLines, row, 2, Qt::AlignRight);
}

} // namespace

TotalsPanel::TotalsPanel(OrderDraft &draft, QWidget *parent) : QWidget(parent), m_draft(draft)
{
    setObjectName(u"totalsPanel"_s);
    setAccessibleName(tr("集計"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    connect(&draft, &OrderDraft::changed, this, &TotalsPanel::showFigures);
    showFigures();
}

void TotalsPanel::showFigures()
{
    delete m_content;
    m_content = new QWidget(this);
    auto *grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    for (const auto &[column, title] : {std::pair(1, tr("受注の金額")), std::pair(2, tr("明細の計算"))}) {
        auto *head = label(title, m_content, false);
        setTone(*head, Tone::Quiet);
        grid->addWidget(head, 0, column, Qt::AlignRight);
    }
    const QList<Figure> figures = figuresOf(m_draft);
    for (const Figure &figure : figures) {
        addRow(*grid, figure, m_content);
    }
    layout()->addWidget(m_content);
    m_content->show(); // by itself it would be a turn of the event loop later: the panel would flicker
}

} // namespace kessai
