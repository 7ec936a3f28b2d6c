#pragma once

#include "ui/models/ordersource.h"
#include "ui/orders/filterfield.h"

#include <QSet>
#include <QWidget>

class QVBoxLayout;

namespace kessai {

class ChoiceButton;

/// 詳細検索 (S28): the fields of features.md §3.1 below the search box of 受注一覧.
class DetailFilter : public QWidget
{
    Q_OBJECT

public:
    explicit DetailFilter(QWidget *parent = nullptr);

    /// The filter with what stands in the fields. Only where fits().
    [[nodiscard]] OrderFilter appliedTo(OrderFilter filter) const;
    /// A field keeps what is typed where that means the same.
    void setFilter(const OrderFilter &filter);
    void setCounts(const ListCounts &counts);

    [[nodiscard]] bool fits() const;
    /// Says at each field what is wrong with it, and goes to the first.
    void tellProblems();
    void focusFirst();

signals:
    void changed();
    /// Enter in a field: search at once.
    void entered();

private:
    struct Text
    {
        QString OrderFilter::*member;
        FilterField *field;
    };
    template <typename T>
    struct Range
    {
        std::optional<T> OrderFilter::*from;
        std::optional<T> OrderFilter::*to;
        FilterField *field;
    };
    /// A field that is one text.
    struct Offered
    {
        QString OrderFilter::*member;
        QString caption;
        QString name;
        FilterField::Check check;
        QString explanation;
    };
    static QList<Offered> offeredTexts();
    void buildTexts(QVBoxLayout &column);
    void buildRanges(QVBoxLayout &column);
    void buildChoices(QVBoxLayout &column);
    void connectField(FilterField &field);
    void showMethodNames(const QSet<QString> &checked);
    [[nodiscard]] QStringList checkedMethodNames() const;
    void clear();

    QList<FilterField *> m_fields; ///< in the order in which Tab visits them
    QList<Text> m_texts;
    QList<Range<DayOrTime>> m_moments;
    QList<Range<QDate>> m_days;
    QList<Range<Yen>> m_amounts;
    QStringList m_knownMethodNames; ///< all that the shop has
    QStringList m_methodNames;      ///< those offered, by the values of m_methodNameChoice
    ChoiceButton *m_methods = nullptr;
    ChoiceButton *m_methodNameChoice = nullptr;
    ChoiceButton *m_paymentStatuses = nullptr;
    ChoiceButton *m_prefectures = nullptr;
};

} // namespace kessai
