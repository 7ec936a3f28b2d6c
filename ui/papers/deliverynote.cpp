#include "ui/papers/deliverynote.h"

#include "core/domain/totals.h"
#include "ui/papers/deliverynotewords.h"
#include "ui/text/formats.h"

namespace kessai {

using namespace Qt::StringLiterals;
using Place = PaperText::Place;

namespace {

constexpr qreal Share[] = {0.56, 0.10, 0.16, 0.18}; ///< of the width: 商品名, 数量, 単価, 小計
constexpr qreal PadMm = 1.6;
constexpr qreal LabelMm = 28;
constexpr qreal LeftShare = 0.56; ///< the recipient's side of the head

} // namespace

QString DeliveryNote::usualTitle()
{
    return tr("お買上げ明細書(納品書)");
}

QString DeliveryNote::usualMessage()
{
    return tr("このたびはお買上げいただきありがとうございます。");
}

QPageLayout DeliveryNote::pageLayout()
{
    return {QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(16, 15, 16, 12),
            QPageLayout::Millimeter};
}

DeliveryNote::DeliveryNote(const Order &order, const DeliveryNoteTexts &texts,
                           const QStringList &fontFamilies, QPaintDevice *device, const QRectF &page)
    : m_sheet(fontFamilies, device, page), m_number(order.orderNumber)
{
    addHead(order, texts);
    addLines(texts.messages.mid(0, MessageLines), 5);
    addFacts(order);
    addGoods(order);
    addTotals(order);
    addLines(texts.remarks.mid(0, RemarkLines), 6);
    PaperBlock head;
    const qreal end = head.add(
        m_sheet.text(tr("%1（続き）").arg(texts.title), {10, true}, {m_sheet.width(), Qt::AlignLeft, 1}), {});
    head.height = end + m_sheet.mm(3);
    m_sheet.setContinuedHead(head);
    m_sheet.layOut();
}

void DeliveryNote::paint(QPainter &painter, int page) const
{
    m_sheet.paint(painter, page,
                  {tr("ご注文番号 %1").arg(m_number), tr("%1 / %2 ページ").arg(page + 1).arg(pageCount())});
}

/// The title, below it to whom at the left, from whom and when at the right.
void DeliveryNote::addHead(const Order &order, const DeliveryNoteTexts &texts)
{
    PaperBlock block;
    const qreal titleEnd =
        block.add(m_sheet.text(texts.title, {16, true}, {m_sheet.width(), Qt::AlignHCenter, 2}), {});
    const qreal rule = titleEnd + m_sheet.mm(1);
    block.lines.append(QLineF(0, rule, m_sheet.width(), rule));
    const qreal top = rule + m_sheet.mm(6);
    const qreal left = addRecipient(block, order.customer, top);
    const Place place{m_sheet.width() * (1 - LeftShare), Qt::AlignRight, 4};
    const qreal x = m_sheet.width() * LeftShare;
    const qreal day =
        block.add(m_sheet.text(tr("発行日 %1").arg(Formats::day(texts.issuedOn)), {9}, place), {x, top});
    const qreal right = block.add(m_sheet.text(texts.shopName, {12, true}, place), {x, day + m_sheet.mm(2)});
    block.height = qMax(left, right);
    m_sheet.add(std::move(block));
}

qreal DeliveryNote::addRecipient(PaperBlock &block, const Addressee &to, qreal top) const
{
    const Place place{m_sheet.width() * (LeftShare - 0.04), Qt::AlignLeft, 4};
    const auto add = [&](const QString &text, const PaperSheet::Font &font, qreal beforeMm = 0) {
        if (!text.isEmpty()) {
            top = block.add(m_sheet.text(text, font, place), {0, top + m_sheet.mm(beforeMm)});
        }
    };
    add(papers::postalCode(to.postalCode), {10});
    add(papers::streetOf(to), {10});
    add(to.address2, {10});
    add(to.companyName, {10}, 1);
    const QString name = to.fullName().trimmed();
    add(name.isEmpty() ? QString() : tr("%1 様").arg(name), {13, true}, 1.5);
    return top;
}

void DeliveryNote::addLines(const QStringList &lines, qreal beforeMm)
{
    PaperBlock block;
    qreal top = m_sheet.mm(beforeMm);
    for (const QString &line : lines) {
        if (!onPaper(line).isEmpty()) {
            top = block.add(m_sheet.text(line, {9.5}, {m_sheet.width(), Qt::AlignLeft, 4}), {0, top});
        }
    }
    if (!block.texts.isEmpty()) {
        m_sheet.add(std::move(block));
    }
}

void DeliveryNote::addFacts(const Order &order)
{
    PaperBlock block;
    qreal top = m_sheet.mm(5);
    for (const papers::Fact &fact : papers::factsOf(order)) {
        const qreal text = top + m_sheet.mm(0.8);
        const qreal label =
            block.add(m_sheet.text(fact.label, {9}, {m_sheet.mm(LabelMm), Qt::AlignLeft, 1}), {0, text});
        const Place place{m_sheet.width() - m_sheet.mm(LabelMm), Qt::AlignLeft, 4};
        const qreal value =
            block.add(m_sheet.text(fact.value, {9, fact.isStrong}, place), {m_sheet.mm(LabelMm), text});
        top = qMax(label, value) + m_sheet.mm(0.8);
        block.lines.append(QLineF(0, top, m_sheet.width(), top));
    }
    block.height = top + m_sheet.mm(5);
    m_sheet.add(std::move(block));
}

PaperBlock DeliveryNote::rowTitles() const
{
    PaperBlock block;
    const QStringList titles{tr("商品名"), tr("数量"), tr("単価（税込）"), tr("小計（税込）")};
    qreal left = 0;
    for (qsizetype column = 0; column < titles.size(); ++column) {
        const qreal width = m_sheet.width() * Share[column];
        const Place place{width - 2 * m_sheet.mm(PadMm), column == 0 ? Qt::AlignLeft : Qt::AlignRight, 1};
        block.add(m_sheet.text(titles.at(column), {8.5, true}, place),
                  {left + m_sheet.mm(PadMm), m_sheet.mm(1.2)});
        left += width;
    }
    block.height += m_sheet.mm(1);
    block.grounds.append(QRectF(0, 0, m_sheet.width(), block.height));
    return block;
}

void DeliveryNote::addRow(const QStringList &cells, const QString &code)
{
    PaperBlock block;
    block.isRow = true;
    qreal left = 0;
    qreal nameEnd = 0;
    for (qsizetype column = 0; column < cells.size(); ++column) {
        const qreal width = m_sheet.width() * Share[column];
        const Place place{width - 2 * m_sheet.mm(PadMm), column == 0 ? Qt::AlignLeft : Qt::AlignRight,
                          column == 0 ? 8 : 3};
        const qreal end = block.add(m_sheet.text(cells.at(column), {9}, place),
                                    {left + m_sheet.mm(PadMm), m_sheet.mm(1.2)});
        nameEnd = column == 0 ? end : nameEnd;
        left += width;
    }
    if (!onPaper(code).isEmpty()) {
        const Place place{m_sheet.width() * Share[0] - 2 * m_sheet.mm(PadMm), Qt::AlignLeft, 2};
        block.add(m_sheet.text(code, {7.5}, place), {m_sheet.mm(PadMm), nameEnd});
    }
    block.height += m_sheet.mm(1);
    block.lines.append(QLineF(0, block.height, m_sheet.width(), block.height));
    m_sheet.add(std::move(block));
}

/// Fees and discounts have their own lines below the goods.
void DeliveryNote::addGoods(const Order &order)
{
    m_sheet.setRowTitles(rowTitles());
    for (const OrderItem &item : order.items) {
        if (item.type == OrderItemType::Goods) {
            addRow({papers::goodsName(item), Formats::count(item.quantity),
                    Formats::yen(papers::unitWithTax(item)), Formats::yen(lineTotal(item))},
                   item.productCode);
        }
    }
}

/// Kept together: rates and points at the left, the sums at the right.
void DeliveryNote::addTotals(const Order &order)
{
    PaperBlock block;
    const qreal pad = m_sheet.mm(PadMm);
    const qreal left = m_sheet.width() * (Share[0] + Share[1]);
    qreal top = m_sheet.mm(2);
    for (const papers::Fact &sum : papers::sumsOf(order)) {
        const PaperSheet::Font font{sum.isStrong ? 11.0 : 9.0, sum.isStrong};
        const qreal text = top + m_sheet.mm(0.9);
        block.add(m_sheet.text(sum.label, font, {m_sheet.width() * Share[2], Qt::AlignLeft, 1}),
                  {left + pad, text});
        const Place place{m_sheet.width() * Share[3] - pad, Qt::AlignRight, 1};
        const qreal end =
            block.add(m_sheet.text(sum.value, font, place), {left + m_sheet.width() * Share[2], text});
        top = end + m_sheet.mm(0.7);
        if (sum.isStrong) {
            block.grounds.append(
                QRectF(left, text - m_sheet.mm(0.9), m_sheet.width() - left, top - text + m_sheet.mm(0.9)));
        } else {
            block.lines.append(QLineF(left, top, m_sheet.width(), top));
        }
    }
    block.height = qMax(top, addTaxes(block, order)) + m_sheet.mm(1);
    m_sheet.add(std::move(block));
}

qreal DeliveryNote::addTaxes(PaperBlock &block, const Order &order) const
{
    qreal top = m_sheet.mm(2.9);
    const Place place{m_sheet.width() * 0.6, Qt::AlignLeft, 2};
    for (const QString &line : papers::taxesAndPointsOf(order)) {
        top = block.add(m_sheet.text(line, {8.5}, place), {m_sheet.mm(PadMm), top}) + m_sheet.mm(0.6);
    }
    return top;
}

} // namespace kessai
