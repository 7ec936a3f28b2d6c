#include "ui/orders/orderfilterpanel.h"

#include "core/base/japantime.h"
#include "ui/orders/choicebutton.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/flowlayout.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

template <typename T>
QList<T> valuesOf(const QList<int> &numbers)
{
    QList<T> values;
    for (const int number : numbers) {
        values.append(T(number));
    }
    return values;
}

template <typename T>
QList<int> numbersOf(const QList<T> &values)
{
    QList<int> numbers;
    for (const T value : values) {
        numbers.append(int(value));
    }
    return numbers;
}

QDateEdit *dayEdit(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    auto *edit = new QDateEdit(parent);
    edit->setObjectName(objectName);
    edit->setAccessibleName(accessibleName);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(u"yyyy/MM/dd"_s);
    edit->setDate(japantime::dayOf(QDateTime::currentDateTimeUtc()));
    edit->setEnabled(false);
    return edit;
}

} // namespace

OrderFilterPanel::OrderFilterPanel(QWidget *parent) : ListFilterPanel(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(makeSearchRow({}, tr("注文番号・お名前・会社名・メールアドレス・電話番号")));
    buildStatusRow(*column);
    buildDetailRow(*column);
}

void OrderFilterPanel::buildStatusRow(QVBoxLayout &column)
{
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(16, 4);
    row->setLayout(flow);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    auto *title = new QLabel(tr("対応状況"), row);
    title->setToolTip(
        tr("受注管理での状況です。どれも選ばないと、購入処理中と決済処理中を除くすべてを表示します。"));
    title->setMinimumHeight(QCheckBox(row).sizeHint().height());
    flow->addWidget(title);
    for (const OrderStatus status : allOrderStatuses()) {
        auto *box = new QCheckBox(Words::of(status), row);
        box->setObjectName(u"orderStatus_%1"_s.arg(int(status)));
        flow->addWidget(box);
        m_statuses.append({status, box});
        connect(box, &QCheckBox::toggled, this, &OrderFilterPanel::changedSoon);
    }
    column.addWidget(row);
}

void OrderFilterPanel::buildDetailRow(QVBoxLayout &column)
{
    QList<ChoiceButton::Choice> statuses;
    for (const PaymentStatus status : allPaymentStatuses()) {
        statuses.append({int(status), Words::of(status), Words::explanationOf(status)});
    }
    QList<ChoiceButton::Choice> methods;
    for (const PaymentMethod method : gatewayMethods() + QList<PaymentMethod>{PaymentMethod::Other}) {
        methods.append({int(method), Words::of(method), {}});
    }
    m_paymentStatuses = new ChoiceButton(tr("決済状況"), statuses, this);
    m_paymentStatuses->setObjectName(u"paymentStatusFilter"_s);
    m_methods = new ChoiceButton(tr("支払方法"), methods, this);
    m_methods->setObjectName(u"methodFilter"_s);
    m_ordered = new QCheckBox(tr("受注日"), this);
    m_ordered->setObjectName(u"orderedFilter"_s);
    m_orderedFrom = dayEdit(u"orderedFrom"_s, tr("受注日のはじめ"), this);
    m_orderedTo = dayEdit(u"orderedTo"_s, tr("受注日の終わり"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_paymentStatuses);
    row->addWidget(m_methods);
    row->addSpacing(12);
    row->addWidget(m_ordered);
    row->addWidget(m_orderedFrom);
    row->addWidget(new QLabel(tr("〜"), this));
    row->addWidget(m_orderedTo);
    row->addStretch();
    column.addLayout(row);
    connect(m_paymentStatuses, &ChoiceButton::checkedChanged, this, &OrderFilterPanel::changedSoon);
    connect(m_methods, &ChoiceButton::checkedChanged, this, &OrderFilterPanel::changedSoon);
    connect(m_ordered, &QCheckBox::toggled, this, [this](bool on) {
        m_orderedFrom->setEnabled(on);
        m_orderedTo->setEnabled(on);
        changedSoon();
    });
    // A from later than its to is no question: the other end goes with it.
    connect(m_orderedFrom, &QDateEdit::dateChanged, this, [this](const QDate &day) {
        if (m_orderedTo->date() < day) {
            m_orderedTo->setDate(day);
        }
        changedSoon();
    });
    connect(m_orderedTo, &QDateEdit::dateChanged, this, [this](const QDate &day) {
        if (m_orderedFrom->date() > day) {
            m_orderedFrom->setDate(day);
        }
        changedSoon();
    });
}

OrderFilter OrderFilterPanel::filter() const
{
    OrderFilter filter = m_rest;
    filter.query = searchText();
    filter.orderStatuses.clear();
    for (const auto &[status, box] : m_statuses) {
        if (box->isChecked()) {
            filter.orderStatuses.append(status);
        }
    }
    filter.paymentStatuses = valuesOf<PaymentStatus>(m_paymentStatuses->checkedValues());
    filter.methods = valuesOf<PaymentMethod>(m_methods->checkedValues());
    filter.orderedFrom.reset();
    filter.orderedTo.reset();
    if (m_ordered->isChecked()) {
        filter.orderedFrom = m_orderedFrom->date();
        filter.orderedTo = m_orderedTo->date();
    }
    return filter;
}

void OrderFilterPanel::setFilter(const OrderFilter &filter)
{
    m_rest = filter;
    setSearchText(filter.query);
    for (const auto &[status, box] : m_statuses) {
        const QSignalBlocker quiet(box);
        box->setChecked(filter.orderStatuses.contains(status));
    }
    m_paymentStatuses->setCheckedValues(numbersOf(filter.paymentStatuses));
    m_methods->setCheckedValues(numbersOf(filter.methods));
    const QSignalBlocker quietOrdered(m_ordered);
    const QSignalBlocker quietFrom(m_orderedFrom);
    const QSignalBlocker quietTo(m_orderedTo);
    const bool ordered = filter.orderedFrom || filter.orderedTo;
    m_ordered->setChecked(ordered);
    m_orderedFrom->setEnabled(ordered);
    m_orderedTo->setEnabled(ordered);
    if (ordered) {
        m_orderedFrom->setDate(filter.orderedFrom.value_or(QDate(2000, 1, 1)));
        m_orderedTo->setDate(filter.orderedTo.value_or(japantime::dayOf(QDateTime::currentDateTimeUtc())));
    }
    forgetChange();
}

void OrderFilterPanel::setCounts(const ListCounts &counts)
{
    for (const auto &[status, box] : m_statuses) {
        if (showsCount(status)) {
            const QString count = Formats::count(counts.counts.byOrderStatus.value(status));
            box->setText(u"%1(%2)"_s.arg(Words::of(status), count));
        }
    }
    for (const PaymentStatus status : allPaymentStatuses()) {
        m_paymentStatuses->setCount(int(status), counts.counts.byPaymentStatus.value(status));
    }
    for (const PaymentMethod method : gatewayMethods() + QList<PaymentMethod>{PaymentMethod::Other}) {
        m_methods->setCount(int(method), counts.counts.byMethod.value(method));
    }
}

} // namespace kessai
