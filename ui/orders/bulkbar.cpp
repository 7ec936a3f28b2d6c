#include "ui/orders/bulkbar.h"

#include "ui/text/words.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
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
    addPullDown();
    addCommands();
    addStatuses();
    makeClearButton();
    m_reasons->setObjectName(namePrefix + u"bulkReasons"_s);
    setTone(*m_reasons, Tone::Quiet);
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

/// First what is ticked, then why something is off. The bar grows upwards: what comes and goes stands on top,
/// so that it moves no command under the hand.
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
    auto *top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(m_count, 0, Qt::AlignVCenter);
    top->addWidget(m_reasons, 1, Qt::AlignVCenter);
    top->addStretch();
    top->addWidget(m_clear, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 8, 8);
    column->setSpacing(6);
    column->addLayout(top);
    column->addWidget(line(m_upper));
    column->addWidget(line(m_lower));
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

} // namespace kessai
