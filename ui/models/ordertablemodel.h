#pragma once

#include "ui/models/ordersource.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace kessai {

class OrderReading;

/// The rows of a list of orders (design.md §4): the ordered ids of all that match, and the pages that were
/// looked at. Rows that are not read yet say so by LoadingRole and are read when somebody asks for them.
class OrderTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// In the order of the guide (S32–S39) with the payment's columns behind 購入金額.
    enum class Column {
        Orderer,       ///< 注文者: number and name / 受注日時
        OrderedAt,     ///< 受注日時, for rows of one line
        Method,        ///< 支払方法 / 対応状況
        Status,        ///< 対応状況, for rows of one line
        Amount,        ///< 購入金額 / 入金日 or 未入金
        PaidAt,        ///< 入金日, for rows of one line
        PaymentStatus, ///< 決済状況 / 決済金額
        Difference,    ///< 差異
        Deadline,      ///< 売上期限
        Message,       ///< お問合せ
        Shipped,       ///< 出荷状況
        Tracking,      ///< お問い合わせ番号
        Recipient,     ///< お届け先: name / 都道府県
        GatewayOrderId,
        Count
    };
    enum Role { IdRole = Qt::UserRole, SortFieldRole };

    explicit OrderTableModel(OrderSource &source, QObject *parent = nullptr);

    /// Asks anew: a new generation, late answers to older questions are ignored.
    void search(const OrderFilter &filter, const OrderSort &sort);
    /// Asks the same again and keeps rows in place as far as it can.
    void reload();
    void stop();

    [[nodiscard]] const OrderFilter &filter() const { return m_filter; }
    [[nodiscard]] const OrderSort &order() const { return m_sort; }
    [[nodiscard]] bool isSearching() const { return m_searching; }
    [[nodiscard]] OrderId idAt(int row) const { return m_ids.value(row); }
    [[nodiscard]] int rowOf(OrderId id) const { return int(m_ids.indexOf(id)); }
    /// None while the row is not read yet.
    [[nodiscard]] std::optional<OrderSummary> summaryAt(int row) const;
    /// Reads all these rows, once it is started; tells by failed() when it cannot.
    [[nodiscard]] OrderReading *readingOf(const QList<OrderId> &ids, QObject *parent);
    /// A cell in words, as a screen reader says it and as it is copied.
    [[nodiscard]] QString textOf(const OrderSummary &order, Column column) const;
    /// How the column is sorted; "" when it cannot be.
    static QString sortFieldOf(Column column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void searchingChanged(bool searching);
    /// The ids of this generation are there.
    void found(int count);
    void failed(const QString &message);

private:
    void ask(bool keepRows);
    void take(QList<OrderId> ids, bool keepRows);
    void mergeInPlace(const QList<OrderId> &ids);
    void setSearching(bool searching);
    void want(int page) const;
    void readWanted();
    void storePage(const QList<OrderId> &asked, const QList<OrderSummary> &rows);
    void updateOne(OrderId id);
    void glow(OrderId id);
    void rowChanged(int row);

    OrderSource &m_source;
    OrderFilter m_filter;
    OrderSort m_sort;
    QList<OrderId> m_ids;
    QHash<OrderId, OrderSummary> m_rows;
    mutable QList<int> m_wanted; ///< pages that were looked at and are not there, newest last
    mutable bool m_readScheduled = false;
    bool m_reading = false;
    bool m_searching = false;
    int m_generation = 0;
    QSet<OrderId> m_glowing;
};

} // namespace kessai
