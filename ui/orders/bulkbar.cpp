#include "ui/orders/bulkbar.h"

#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/paragraph.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// In the pull-down beside the three operations.
constexpr int RefreshEntry = -2;
constexpr int NoEntry = -1;

/// The three of the guide (S110–S112).
const QList<OperationKind> &bulkKinds()
{
    static const QList<OperationKind> kinds{OperationKind::Capture, OperationKind::Cancel,
                                            OperationKind::Reauthorize};
    return kinds;
}

QString wordOf(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Capture:
        return BulkBar::tr("一括売上");
    case OperationKind::Cancel:
        return BulkBar::tr("一括取消");
    case OperationKind::Reauthorize:
        return BulkBar::tr("一括再オーソリ");
    case OperationKind::Change:
        return {};
    }
    return {};
}

QString refreshWord()
{
    return BulkBar::tr("状態一括確認");
}

QString objectNameOf(OperationKind kind)
{
    return u"bulk_"_s + codeOf(kind);
}

} // namespace

BulkBar::BulkBar(const QString &namePrefix, QWidget *parent)
    : QFrame(parent)
    , m_namePrefix(namePrefix)
    , m_upper(new FlowLayout(12, 6))
    , m_lower(new FlowLayout(8, 6))
    , m_count(new QLabel(this))
    , m_reasons(new Paragraph({}, this))
{
    setObjectName(namePrefix + u"bulkBar"_s);
    setAccessibleName(tr("選択した受注の一括操作"));
    m_count->setObjectName(namePrefix + u"tickCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    QFont bold = m_count->font();
    bold.setBold(true);
    m_count->setFont(bold);
    m_count->setMinimumHeight(QPushButton(u"・"_s).sizeHint().height()); // in line with the buttons
    m_upper->addWidget(m_count);
    addPullDown();
    addCommands();
    addStatuses();
    makeClearButton();
    m_reasons->setObjectName(namePrefix + u"bulkReasons"_s);
    layOut();
    hide();
}

/// The last that Tab comes to.
void BulkBar::makeClearButton()
{
    m_clear = new QToolButton(this);
    m_clear->setObjectName(m_namePrefix + u"clearTicks"_s);
    m_clear->setAutoRaise(true);
    m_clear->setText(u"✕"_s);
    m_clear->setAccessibleName(tr("選択を解除"));
    m_clear->setToolTip(tr("選択を解除"));
    m_clear->setFocusPolicy(Qt::StrongFocus);
    connect(m_clear, &QToolButton::clicked, this, &BulkBar::clearAsked);
}

/// The bar grows upwards: what comes and goes stands on top, so that it moves no command under the hand.
void BulkBar::layOut()
{
    const auto line = [this](FlowLayout *parts) {
        auto *widget = new QWidget(this);
        widget->setLayout(parts);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        widget->setSizePolicy(policy);
        return widget;
    };
    auto *upper = new QHBoxLayout;
    upper->setSpacing(6);
    upper->addWidget(line(m_upper), 1);
    upper->addWidget(m_clear, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_reasons);
    column->addLayout(upper);
    column->addWidget(line(m_lower));
}

/// As much room as the largest numbers need: what stands beside a number stays where it is.
void BulkBar::keepPlaces()
{
    const QString count = u"888,888"_s;
    const QString widest = tr("%1件を選択中（うち表示外 %2件） %3").arg(count, count, u"¥888,888,888"_s);
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance(widest) + 2);
    const auto keep = [&count](QPushButton &button, const QString &word) {
        button.ensurePolished();
        const QFontMetrics metrics = button.fontMetrics();
        const int frame = button.sizeHint().width() - metrics.horizontalAdvance(button.text());
        button.setMinimumWidth(metrics.horizontalAdvance(tr("%1 %2件").arg(word, count)) + frame);
    };
    for (const Command &command : std::as_const(m_commands)) {
        keep(*command.button, wordOf(command.kind));
    }
    keep(*m_refresh, refreshWord());
}

void BulkBar::showEvent(QShowEvent *event)
{
    keepPlaces();
    QFrame::showEvent(event);
}

void BulkBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    const bool wider = event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    if (wider && m_refresh) {
        keepPlaces();
    }
}

QPushButton *BulkBar::makeButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(m_namePrefix + name);
    button->setAutoDefault(false);
    return button;
}

/// They stay together where the line ends.
QLabel *BulkBar::addTogether(const QString &text, QComboBox *choices, QPushButton *decide)
{
    auto *group = new QWidget(this);
    auto *row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto *label = new QLabel(text, group);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(choices);
    row->addWidget(label);
    row->addWidget(choices);
    row->addWidget(decide);
    m_upper->addWidget(group);
    return label;
}

/// ② and ③ of the guide: choose, then [決定] (S115, S116).
void BulkBar::addPullDown()
{
    m_operations = new QComboBox(this);
    m_operations->setObjectName(m_namePrefix + u"bulkOperations"_s);
    m_operations->setAccessibleName(tr("一括操作"));
    m_operations->addItem(tr("選択してください"), NoEntry);
    for (const OperationKind kind : bulkKinds()) {
        m_operations->addItem(wordOf(kind), int(kind));
    }
    m_operations->addItem(refreshWord(), RefreshEntry);
    m_decide = makeButton(tr("決定"), u"bulkDecide"_s);
    m_decide->setAccessibleName(tr("選んだ一括操作の内容を確認する"));
    m_decide->setEnabled(false);
    addTogether(tr("一括操作"), m_operations, m_decide);
    connect(m_operations, &QComboBox::currentIndexChanged, this,
            [this] { m_decide->setEnabled(m_operations->currentData().toInt() != NoEntry); });
    connect(m_decide, &QPushButton::clicked, this, &BulkBar::runPullDown);
}

void BulkBar::runPullDown()
{
    const int entry = m_operations->currentData().toInt();
    m_operations->setCurrentIndex(0);
    if (entry == RefreshEntry) {
        emit refreshAsked();
    } else if (entry != NoEntry) {
        emit bulkAsked(OperationKind(entry));
    }
}

void BulkBar::addCommands()
{
    for (const OperationKind kind : bulkKinds()) {
        QPushButton *button = makeButton(wordOf(kind), objectNameOf(kind));
        button->setToolTip(whatCommandsDo());
        connect(button, &QPushButton::clicked, this, [this, kind] { emit bulkAsked(kind); });
        m_lower->addWidget(button);
        m_commands.append({kind, button});
    }
    m_refresh = makeButton(refreshWord(), u"bulkRefresh"_s);
    m_lower->addWidget(m_refresh);
    m_refresh->setToolTip(whatRefreshDoes());
    connect(m_refresh, &QPushButton::clicked, this, &BulkBar::refreshAsked);
}

void BulkBar::addStatuses()
{
    m_statuses = new QComboBox(this);
    m_statuses->setObjectName(m_namePrefix + u"bulkStatuses"_s);
    m_statuses->setAccessibleName(tr("対応状況の変更"));
    m_statuses->addItem(tr("選択してください"), NoEntry);
    for (const OrderStatus status : allOrderStatuses()) {
        if (!leftOutOfSearches(status)) { // the shop alone sets these
            m_statuses->addItem(Words::of(status), int(status));
        }
    }
    m_changeStatus = makeButton(tr("決定"), u"bulkChangeStatus"_s);
    m_changeStatus->setAccessibleName(tr("選択した受注の対応状況を変更する"));
    m_changeStatus->setEnabled(false);
    QLabel *label = addTogether(tr("対応状況の変更"), m_statuses, m_changeStatus);
    label->setToolTip(whatStatusDoes());
    connect(m_statuses, &QComboBox::currentIndexChanged, this,
            [this] { m_changeStatus->setEnabled(m_statuses->currentData().toInt() != NoEntry); });
    connect(m_changeStatus, &QPushButton::clicked, this, [this] {
        const auto status = OrderStatus(m_statuses->currentData().toInt());
        m_statuses->setCurrentIndex(0);
        emit statusAsked(status);
    });
}

void BulkBar::showTicks(const OrderTicks &ticks, const TickSummary &summary, bool known)
{
    setVisible(!ticks.isEmpty());
    if (!known) { // the commands keep what they said: the preview reckons anew
        m_count->setText(ticks.everything ? tr("検索結果すべてを選択中")
                                          : tr("%1件を選択中").arg(Formats::count(ticks.ids.size())));
        m_upper->invalidate();
        return;
    }
    m_count->setText(
        summary.hidden > 0
            ? tr("%1件を選択中（うち表示外 %2件） %3")
                  .arg(Formats::count(summary.count), Formats::count(summary.hidden),
                       Formats::yen(summary.total))
            : tr("%1件を選択中 %2").arg(Formats::count(summary.count), Formats::yen(summary.total)));
    QStringList reasons;
    for (const Command &command : std::as_const(m_commands)) {
        showCommand(*command.button, wordOf(command.kind), summary.wouldRun.value(command.kind),
                    whyOff(command.kind), reasons);
    }
    showCommand(*m_refresh, refreshWord(), summary.readable, whyNothingToRead(), reasons);
    m_reasons->setSentences(Formats::sentences(reasons));
    m_reasons->setVisible(!reasons.isEmpty());
    m_upper->invalidate();
    m_lower->invalidate();
}

void BulkBar::showCommand(QPushButton &button, const QString &word, qint64 count, const QString &whyOff,
                          QStringList &reasons)
{
    button.setText(tr("%1 %2件").arg(word, Formats::count(count)));
    button.setEnabled(count > 0);
    button.setAccessibleDescription(count > 0 ? QString() : whyOff);
    if (count == 0) {
        reasons.append(whyOff);
    }
}

QString BulkBar::whatCommandsDo()
{
    return tr("内容を確認する画面を開きます。ここではまだ何も実行されません。");
}

QString BulkBar::whatRefreshDoes()
{
    return tr("選択した決済の状態をGMOに問い合わせて反映します。請求には影響しません。");
}

QString BulkBar::whatStatusDoes()
{
    return tr("対応状況だけを変更します。GMOの決済には影響しません。");
}

QString BulkBar::whyOff(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Capture:
        return tr("売上確定できる決済（仮売上済み）は選択されていません。");
    case OperationKind::Cancel:
        return tr("取消できる決済は選択されていません。");
    case OperationKind::Reauthorize:
        return tr("再オーソリできる決済（取消済みなど）は選択されていません。");
    case OperationKind::Change:
        return {};
    }
    return {};
}

QString BulkBar::whyNothingToRead()
{
    return tr("GMOに状態を確認できる決済は選択されていません。");
}

QString BulkBar::countText() const
{
    return m_count->text();
}

void BulkBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tintOf(Meaning::Accent, palette()));
    painter.fillRect(QRect(0, 0, width(), 1), hairline(palette()));
}

} // namespace kessai
