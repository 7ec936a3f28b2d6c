#pragma once

#include "ui/models/ordersource.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace kessai {

class OrderReading;
class Ticks;

/// The rows of a list of orders (design.md §4): the ordered ids of all that match, and the pages that were
/// looked at. Rows that are not read yet say so by LoadingRole and are read when somebody asks for them.
class OrderTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// In the order of the guide (S32–S39) with the payment's columns behind 購入金額.
    enum class Column {
        Orderer,       ///< 注文者: number and name
        OrderedAt,     ///< 受注日時
        Method,        ///< 支払方法
        Status,        ///< 対応状況
        Amount,        ///< 購入金額
        PaidAt,        ///< 入金日 or 未入金
        PaymentStatus, ///< 決済状況
        Difference,    ///< 差異
        Deadline,      ///< 期限: the nearest one that still matters / days left
        Message,       ///< お問合せ
        Shipped,       ///< 出荷状況
        Tracking,      ///< お問い合わせ番号
        Recipient,     ///< お届け先: name / 都道府県
        GatewayOrderId,
        Tick,            ///< check box (S41, S113)
        Number,          ///< 注文番号 alone, as a link (S109)
        OrderedAtSecond, ///< 受注日時 with seconds (S93)
        Customer,        ///< お名前 alone
        GatewayAmount,   ///< 決済金額
        LastOperation,   ///< 最終操作 / its result
        LastError,       ///< 最終エラー: code / what it means
        Count
    };
    /// How the cells of a row are made up.
    struct Lines
    {
        bool two = true;
        QHash<Column, Column> below = belowInOrders(); ///< which column stands in the second line of which
        bool bothTitles = false;                       ///< the header names both
        QString deadlineField; ///< whose deadline 期限 shows, as a sort field; "": the nearest

        /// Count: what belongs to the column itself, if anything.
        [[nodiscard]] Column belowOf(Column column) const
        {
            return two ? below.value(column, Column::Count) : Column::Count;
        }
    };
    /// The second lines of 受注一覧 (S32–S39).
    static QHash<Column, Column> belowInOrders();
    enum Role { IdRole = Qt::UserRole, SortFieldRole };

    explicit OrderTableModel(OrderSource &source, QObject *parent = nullptr);

    /// Whose check marks Column::Tick shows; they must live as long as the model.
    void setTicks(Ticks &ticks);
    /// Rows of one line or two; changes what the cells say, not which rows there are.
    void setLines(const Lines &lines);

    /// Asks anew: a new generation, late answers to older questions are ignored.
    void search(const OrderFilter &filter, const OrderSort &sort);
    /// Asks the same again and keeps rows in place as far as it can.
    void reload();
    void stop();

    /// 表示件数: how many rows stand on a page, 0 for all that match (S92). Begins with the first page.
    void setRowsPerPage(int rows);
    /// From 0; one that is not there is the nearest one.
    void showPage(int page);
    [[nodiscard]] int rowsPerPage() const { return m_rowsPerPage; }
    [[nodiscard]] int pageNumber() const { return m_page; }
    [[nodiscard]] int pageCount() const;
    /// All that match, on whichever page.
    [[nodiscard]] const QList<OrderId> &matchingIds() const { return m_found; }
    /// The same where it is what matches the present conditions; none while these are searched for, or where
    /// that was stopped or failed: the rows of before stand then.
    [[nodiscard]] std::optional<QList<OrderId>> answeredIds() const
    {
        return m_answered ? std::optional(m_found) : std::nullopt;
    }
    /// Those of the page in sight.
    [[nodiscard]] const QList<OrderId> &shownIds() const { return m_ids; }

    /// As it was asked last: its days are those of that moment.
    [[nodiscard]] const OrderFilter &filter() const { return m_filter; }
    [[nodiscard]] const OrderSort &order() const { return m_sort; }
    [[nodiscard]] bool isSearching() const { return m_searching; }
    [[nodiscard]] OrderId idAt(int row) const { return m_ids.value(row); }
    [[nodiscard]] int rowOf(OrderId id) const { return int(m_ids.indexOf(id)); }
    /// None while the row is not read yet.
    [[nodiscard]] std::optional<OrderSummary> summaryAt(int row) const;
    /// Reads all these rows, once it is started; tells by failed() when it cannot.
    [[nodiscard]] OrderReading *readingOf(const QList<OrderId> &ids, QObject *parent);
    /// A cell in words, as it is copied; two where another column stands in its second line.
    [[nodiscard]] QStringList textsOf(const OrderSummary &order, Column column) const;
    /// In one line, also where the header has two.
    [[nodiscard]] QString titleOf(Column column) const;
    /// What 期限 says below the day, as long as it is seen.
    static QString longestDaysLeft();
    /// How the column is sorted; "" when it cannot be.
    static QString sortFieldOf(Column column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void searchingChanged(bool searching);
    /// The ids of this generation are there.
    void found(int count);
    void failed(const QString &message);
    /// Another page of the same answer is in sight.
    void pageShown(int page);

private:
    void ask(bool keepRows);
    void askFirstRows();
    void showFirstRows(const QList<OrderSummary> &rows);
    void forgetFirstRows();
    [[nodiscard]] bool goesOnWith(const QList<OrderId> &ids) const;
    void insertBehind(const QList<OrderId> &ids);
    void take(QList<OrderId> ids, bool keepRows);
    void mergeInPlace(const QList<OrderId> &ids);
    void removeOthers(const QSet<OrderId> &wanted);
    void resetTo(const QList<OrderId> &ids);
    void tellAllChanged();
    [[nodiscard]] QList<OrderId> idsOfPage() const;
    [[nodiscard]] QVariant tickCell(OrderId id, int role) const;
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
    Lines m_lines;
    Ticks *m_ticks = nullptr;
    QList<OrderId> m_found; ///< all that match
    QList<OrderId> m_ids;   ///< of the page in sight; all where there are no pages
    int m_rowsPerPage = 0;
    int m_page = 0;
    QHash<OrderId, OrderSummary> m_rows;
    mutable QList<int> m_wanted; ///< pages that were looked at and are not there, newest last
    mutable bool m_readScheduled = false;
    bool m_reading = false;
    bool m_searching = false;
    bool m_answered = false;  ///< m_found is of the present conditions
    bool m_firstRows = false; ///< m_ids are the first ones of an answer that is still to come
    int m_generation = 0;
    QSet<OrderId> m_glowing;
};

} // namespace kessai
