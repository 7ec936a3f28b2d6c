#pragma once

#include "core/domain/order.h"
#include "ui/papers/papersheet.h"

#include <QCoreApplication>
#include <QPageLayout>

namespace kessai {

/// What the notes of one printing have in common.
struct DeliveryNoteTexts
{
    QString title;
    QDate issuedOn; ///< 発行日
    QString shopName;
    QStringList messages; ///< above the order, a line each
    QStringList remarks;  ///< at the end, a line each
};

/// 納品書 of one order (S40, features.md §3.2): to whom, what, and what it cost. The figures are the order's
/// own; only n %対象 and its tax are reckoned from the lines.
class DeliveryNote
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryNote)

public:
    static constexpr qsizetype MessageLines = 3;
    static constexpr qsizetype RemarkLines = 3;
    static QString usualTitle();
    static QString usualMessage();
    /// A4 with its margins.
    static QPageLayout pageLayout();

    /// Lays out for a device. @param page where it can paint, in its units
    DeliveryNote(const Order &order, const DeliveryNoteTexts &texts, const QStringList &fontFamilies,
                 QPaintDevice *device, const QRectF &page);

    [[nodiscard]] int pageCount() const { return m_sheet.pageCount(); }
    [[nodiscard]] int rowsOn(int page) const { return m_sheet.rowsOn(page); }
    /// @param page from 0
    void paint(QPainter &painter, int page) const;

private:
    void addHead(const Order &order, const DeliveryNoteTexts &texts);
    [[nodiscard]] qreal addRecipient(PaperBlock &block, const Addressee &to, qreal top) const;
    void addLines(const QStringList &lines, qreal beforeMm);
    void addFacts(const Order &order);
    void addRow(const QStringList &cells, const QString &code);
    [[nodiscard]] PaperBlock rowTitles() const;
    void addGoods(const Order &order);
    void addTotals(const Order &order);
    [[nodiscard]] qreal addTaxes(PaperBlock &block, const Order &order) const;

    PaperSheet m_sheet;
    QString m_number;
};

} // namespace kessai
