// DetailFilter: between its fields and an OrderFilter.
#include "ui/orders/choicebutton.h"
#include "ui/orders/detailchoices.h"
#include "ui/orders/detailfilter.h"
#include "ui/orders/filterentries.h"
#include "ui/orders/filterfield.h"

namespace kessai {

namespace {

/// What is typed stays as it is where it means the value that is set.
template <typename T, typename Read>
void showValue(FilterField &field, int line, const std::optional<T> &value, Read read)
{
    const auto typed = read(field.text(line));
    if (!typed || *typed != value) {
        field.setText(filterentries::textOf(value), line);
    }
}

template <typename T>
QList<T> valuesOf(const ChoiceButton &button)
{
    QList<T> values;
    for (const int number : button.checkedValues()) {
        values.append(T(number));
    }
    return values;
}

template <typename T>
void check(ChoiceButton &button, const QList<T> &values)
{
    QList<int> numbers;
    for (const T value : values) {
        numbers.append(int(value));
    }
    button.setCheckedValues(numbers);
}

} // namespace

OrderFilter DetailFilter::appliedTo(OrderFilter filter) const
{
    for (const Text &text : m_texts) {
        filter.*text.member = text.field->text();
    }
    for (const auto &range : m_moments) {
        filter.*range.from = *filterentries::moment(range.field->text(0));
        filter.*range.to = *filterentries::moment(range.field->text(1));
    }
    for (const auto &range : m_days) {
        filter.*range.from = *filterentries::day(range.field->text(0));
        filter.*range.to = *filterentries::day(range.field->text(1));
    }
    for (const auto &range : m_amounts) {
        filter.*range.from = *filterentries::amount(range.field->text(0));
        filter.*range.to = *filterentries::amount(range.field->text(1));
    }
    filter.methods = valuesOf<PaymentMethod>(*m_methods);
    filter.paymentStatuses = valuesOf<PaymentStatus>(*m_paymentStatuses);
    filter.shopMethodNames = checkedMethodNames();
    // One that is not offered came with the filter and stays until its chip is clicked away.
    filter.prefectures.removeIf(
        [](const QString &name) { return detailchoices::prefectures().contains(name); });
    for (const int place : m_prefectures->checkedValues()) {
        filter.prefectures.append(detailchoices::prefectures().at(place));
    }
    return filter;
}

void DetailFilter::setFilter(const OrderFilter &filter)
{
    for (const Text &text : std::as_const(m_texts)) {
        text.field->setText(filter.*text.member);
    }
    for (const auto &range : std::as_const(m_moments)) {
        showValue(*range.field, 0, filter.*range.from, filterentries::moment);
        showValue(*range.field, 1, filter.*range.to, filterentries::moment);
    }
    for (const auto &range : std::as_const(m_days)) {
        showValue(*range.field, 0, filter.*range.from, filterentries::day);
        showValue(*range.field, 1, filter.*range.to, filterentries::day);
    }
    for (const auto &range : std::as_const(m_amounts)) {
        showValue(*range.field, 0, filter.*range.from, filterentries::amount);
        showValue(*range.field, 1, filter.*range.to, filterentries::amount);
    }
    check(*m_methods, filter.methods);
    check(*m_paymentStatuses, filter.paymentStatuses);
    showMethodNames(QSet<QString>(filter.shopMethodNames.begin(), filter.shopMethodNames.end()));
    QList<int> places;
    for (const QString &name : filter.prefectures) {
        places.append(int(detailchoices::prefectures().indexOf(name)));
    }
    m_prefectures->setCheckedValues(places);
}

void DetailFilter::setCounts(const ListCounts &counts)
{
    for (const PaymentStatus status : allPaymentStatuses()) {
        m_paymentStatuses->setCount(int(status), counts.counts.byPaymentStatus.value(status));
    }
    for (const PaymentMethod method : detailchoices::methods()) {
        m_methods->setCount(int(method), counts.counts.byMethod.value(method));
    }
    const QStringList checked = checkedMethodNames();
    m_knownMethodNames = counts.shopMethodNames;
    showMethodNames(QSet<QString>(checked.begin(), checked.end()));
}

/// Also those that are asked for and that no order has any more, so that they can be taken away.
void DetailFilter::showMethodNames(const QSet<QString> &checked)
{
    QStringList names = m_knownMethodNames;
    for (const QString &name : checked) {
        if (!names.contains(name)) {
            names.append(name);
        }
    }
    if (names != m_methodNames) {
        m_methodNames = names;
        m_methodNameChoice->setChoices(detailchoices::of(names));
    }
    QList<int> places;
    for (int place = 0; place < int(names.size()); ++place) {
        if (checked.contains(names.at(place))) {
            places.append(place);
        }
    }
    m_methodNameChoice->setCheckedValues(places);
    m_methodNameChoice->setVisible(!names.isEmpty());
}

QStringList DetailFilter::checkedMethodNames() const
{
    QStringList names;
    for (const int place : m_methodNameChoice->checkedValues()) {
        names.append(m_methodNames.at(place));
    }
    return names;
}

} // namespace kessai
