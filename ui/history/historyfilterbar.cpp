#include "ui/history/historyfilterbar.h"

#include "core/base/japantime.h"
#include "ui/history/historywords.h"
#include "ui/text/words.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/stylesheet.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int AllValues = -1;
constexpr int StoppedRuns = -2;        ///< finished as well, but by a person
constexpr int CapturesAndCancels = -3; ///< as 日ごとの売上と取消 of 今日の仕事 counts them

enum class Instant { Asked, Ended, Processed };

/// In Japan, by this machine's clock, which stamped what is asked for.
QDate today()
{
    return japantime::dayOf(QDateTime::currentDateTimeUtc());
}

/// A label and its field, which stay together where the line ends.
QWidget *labelled(const QString &label, const QList<QWidget *> &fields, QWidget *parent)
{
    auto *pair = new QWidget(parent);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto *caption = new QLabel(label, pair);
    setTone(*caption, Tone::Quiet);
    row->addWidget(caption);
    for (QWidget *field : fields) {
        row->addWidget(field);
    }
    return pair;
}

} // namespace

HistoryFilterBar::HistoryFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_period(combo(u"periodChoice"_s, tr("期間")))
    , m_from(dayEdit(u"fromDay"_s, tr("期間の最初の日")))
    , m_to(dayEdit(u"toDay"_s, tr("期間の最後の日")))
    , m_instant(combo(u"instantChoice"_s, tr("期間の基準")))
    , m_operator(combo(u"operatorChoice"_s, tr("担当者")))
    , m_kind(combo(u"kindChoice"_s, tr("種類")))
    , m_state(combo(u"stateChoice"_s, tr("状態")))
{
    setObjectName(u"historyFilterBar"_s);
    auto *flow = new FlowLayout(16, 8);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(labelled(tr("期間"), {m_period, m_from, new QLabel(tr("～"), this), m_to}, this));
    flow->addWidget(labelled(tr("期間の基準"), {m_instant}, this));
    flow->addWidget(labelled(tr("担当者"), {m_operator}, this));
    flow->addWidget(labelled(tr("種類"), {m_kind}, this));
    flow->addWidget(labelled(tr("状態"), {m_state}, this));
    setLayout(flow);
    fillPeriods();
    fillInstants();
    m_operator->addItem(tr("すべて"), QString());
    fillKinds();
    fillStates();
    connect(m_period, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::choosePeriod);
    connect(m_from, &QDateEdit::dateChanged, this, [this] { daysEdited(true); });
    connect(m_to, &QDateEdit::dateChanged, this, [this] { daysEdited(false); });
    for (QComboBox *choice : {m_instant, m_operator, m_kind, m_state}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::changed);
    }
    const QSignalBlocker quiet(this);
    choosePeriod();
}

QComboBox *HistoryFilterBar::combo(const QString &objectName, const QString &label)
{
    auto *made = new QComboBox(this);
    made->setObjectName(objectName);
    made->setAccessibleName(label);
    made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return made;
}

QDateEdit *HistoryFilterBar::dayEdit(const QString &objectName, const QString &accessibleName)
{
    auto *made = new QDateEdit(today(), this);
    made->setObjectName(objectName);
    made->setAccessibleName(accessibleName);
    made->setCalendarPopup(true);
    made->setDisplayFormat(u"yyyy/MM/dd"_s);
    return made;
}

void HistoryFilterBar::fillPeriods()
{
    const QList<std::pair<Period, QString>> periods{
        {Period::Today, tr("今日")},        {Period::Yesterday, tr("昨日")},
        {Period::SevenDays, tr("過去7日")}, {Period::ThirtyDays, tr("過去30日")},
        {Period::ThisMonth, tr("今月")},    {Period::LastMonth, tr("先月")},
        {Period::Chosen, tr("日付を指定")}, {Period::All, tr("すべての期間")},
    };
    for (const auto &[period, word] : periods) {
        m_period->addItem(word, int(period));
    }
    m_period->setCurrentIndex(m_period->findData(int(Period::ThirtyDays)));
}

HistoryFilterBar::Period HistoryFilterBar::period() const
{
    return Period(m_period->currentData().toInt());
}

/// The days of the chosen period stand in the fields, to be seen and to go on from.
void HistoryFilterBar::choosePeriod()
{
    const QDate day = today();
    const QDate month(day.year(), day.month(), 1);
    std::optional<std::pair<QDate, QDate>> days;
    switch (period()) {
    case Period::Today:
        days = {day, day};
        break;
    case Period::Yesterday:
        days = {day.addDays(-1), day.addDays(-1)};
        break;
    case Period::SevenDays:
        days = {day.addDays(-6), day};
        break;
    case Period::ThirtyDays:
        days = {day.addDays(-29), day};
        break;
    case Period::ThisMonth:
        days = {month, day};
        break;
    case Period::LastMonth:
        days = {month.addMonths(-1), month.addDays(-1)};
        break;
    case Period::Chosen:
    case Period::All:
        break;
    }
    if (days) {
        const QSignalBlocker quietFrom(m_from);
        const QSignalBlocker quietTo(m_to);
        m_from->setDate(days->first);
        m_to->setDate(days->second);
    }
    m_from->setEnabled(period() != Period::All);
    m_to->setEnabled(period() != Period::All);
    emit changed();
}

void HistoryFilterBar::daysEdited(bool fromChanged)
{
    if (m_from->date() > m_to->date()) {
        QDateEdit *other = fromChanged ? m_to : m_from;
        const QSignalBlocker quiet(other);
        other->setDate(fromChanged ? m_from->date() : m_to->date());
    }
    const QSignalBlocker quiet(m_period);
    m_period->setCurrentIndex(m_period->findData(int(Period::Chosen)));
    emit changed();
}

/// Only operations can be asked for by either day.
void HistoryFilterBar::fillInstants()
{
    const QSignalBlocker quiet(m_instant);
    if (m_instant->count() > 1) {
        m_operationsByEnd = m_instant->currentData().toInt() == int(Instant::Ended);
    }
    m_instant->clear();
    if (m_states == States::None) {
        m_instant->addItem(tr("処理日"), int(Instant::Processed));
    } else {
        m_instant->addItem(tr("依頼日"), int(Instant::Asked));
    }
    if (m_states == States::OfOperations) {
        m_instant->addItem(tr("終了日"), int(Instant::Ended));
        m_instant->setCurrentIndex(m_operationsByEnd ? 1 : 0);
    }
    m_instant->setEnabled(m_instant->count() > 1);
}

/// What is chosen stays so where it is offered.
void HistoryFilterBar::fillKinds()
{
    const QSignalBlocker quiet(m_kind);
    const QVariant chosen = m_kind->currentData();
    m_kind->clear();
    m_kind->addItem(tr("すべて"), AllValues);
    for (const RunKind kind : {RunKind::Capture, RunKind::Cancel, RunKind::Change, RunKind::Reauthorize,
                               RunKind::Refresh, RunKind::Status}) {
        const auto operation = operationOf(kind);
        if (m_states == States::OfRuns || operation) {
            m_kind->addItem(m_states == States::OfRuns ? Words::of(kind) : Words::of(*operation), int(kind));
        }
    }
    if (m_states != States::OfRuns) {
        m_kind->addItem(tr("売上確定と取消"), CapturesAndCancels);
    }
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(chosen)));
}

void HistoryFilterBar::fillStates()
{
    const QSignalBlocker quiet(m_state);
    m_state->clear();
    m_state->addItem(m_states == States::None ? tr("完了") : tr("すべて"), AllValues);
    if (m_states == States::OfRuns) {
        for (const RunStore::State state :
             {RunStore::State::Running, RunStore::State::Paused, RunStore::State::Finished}) {
            m_state->addItem(HistoryWords::of(state), int(state));
        }
        m_state->addItem(HistoryWords::stopped(), StoppedRuns);
    }
    if (m_states == States::OfOperations) {
        for (const OperationState state :
             {OperationState::Done, OperationState::Refused, OperationState::Cancelled,
              OperationState::InDoubt, OperationState::Conflict, OperationState::Planned,
              OperationState::Armed}) {
            m_state->addItem(Words::of(state), int(state));
        }
    }
    m_state->setEnabled(m_states != States::None);
}

void HistoryFilterBar::setStates(States states)
{
    if (m_states != states) {
        m_states = states;
        fillInstants();
        fillKinds();
        fillStates();
    }
}

void HistoryFilterBar::setOperatorNames(const QStringList &names)
{
    const QSignalBlocker quiet(m_operator);
    const QString chosen = m_operator->currentData().toString();
    m_operator->clear();
    m_operator->addItem(tr("すべて"), QString());
    for (const QString &name : names) {
        m_operator->addItem(name, name);
    }
    m_operator->setCurrentIndex(qMax(0, m_operator->findData(chosen)));
}

HistoryFilter HistoryFilterBar::filter() const
{
    HistoryFilter filter;
    if (period() != Period::All) {
        filter.from = m_from->date();
        filter.to = m_to->date();
    }
    filter.byEnd = m_instant->currentData().toInt() == int(Instant::Ended);
    filter.operatorName = m_operator->currentData().toString();
    const int kind = m_kind->currentData().toInt();
    if (kind == CapturesAndCancels) {
        filter.kinds = {OperationKind::Capture, OperationKind::Cancel};
    } else if (kind != AllValues) {
        if (m_states == States::OfRuns) {
            filter.runKinds = {RunKind(kind)};
        } else if (const auto operation = operationOf(RunKind(kind))) {
            filter.kinds = {*operation};
        }
    }
    const int state = m_state->currentData().toInt();
    if (state != AllValues && m_states == States::OfRuns) {
        const bool stopped = state == StoppedRuns;
        filter.runStates = {stopped ? RunStore::State::Finished : RunStore::State(state)};
        if (stopped || RunStore::State(state) == RunStore::State::Finished) {
            filter.stopped = stopped;
        }
    }
    if (state != AllValues && m_states == States::OfOperations) {
        filter.states = {OperationState(state)};
        if (OperationState(state) == OperationState::Armed) { // 処理中: the words are the same
            filter.states.append(OperationState::Claimed);
        }
    }
    return filter;
}

bool HistoryFilterBar::hasConditions() const
{
    return m_operator->currentIndex() > 0 || m_kind->currentIndex() > 0 || m_state->currentIndex() > 0 ||
           period() != Period::All;
}

void HistoryFilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        m_operationsByEnd = false;
        for (QComboBox *choice : {m_instant, m_operator, m_kind, m_state}) {
            choice->setCurrentIndex(0);
        }
        m_period->setCurrentIndex(m_period->findData(int(Period::All)));
    }
    emit changed();
}

void HistoryFilterBar::showDay(const QDate &day)
{
    {
        const QSignalBlocker quiet(this);
        m_instant->setCurrentIndex(qMax(0, m_instant->findData(int(Instant::Ended))));
        m_operator->setCurrentIndex(0);
        m_kind->setCurrentIndex(qMax(0, m_kind->findData(CapturesAndCancels)));
        m_state->setCurrentIndex(qMax(0, m_state->findData(int(OperationState::Done))));
        m_period->setCurrentIndex(m_period->findData(int(Period::Chosen)));
        m_from->setDate(day);
        m_to->setDate(day);
    }
    emit changed();
}

} // namespace kessai
