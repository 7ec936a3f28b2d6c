#include "ui/payments/paymentpanel.h"

#include "ui/payments/badgelabel.h"
#include "ui/payments/confirmdialog.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/stylesheet.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int FactColumns = 2;
constexpr int CommandColumns = 4;
constexpr std::chrono::minutes JudgeAnewEvery{1}; ///< as fine as the midnight guard asks for
/// Where each fact stands, by key: two a line, whatever others are there.
const QStringList &factPlaces()
{
    static const QStringList places{u"method"_s,         u"amount"_s,       u"status"_s,    u"difference"_s,
                                    u"gatewayOrderId"_s, u"approve"_s,      u"payMethod"_s, u"forward"_s,
                                    u"tranId"_s,         u"authorizedAt"_s, u"knownAt"_s,   u"captureBy"_s};
    return places;
}

} // namespace

PaymentPanel::PaymentPanel(PaymentCommands &commands, QSettings &remembered, QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_remembered(remembered)
    , m_progress(new ProgressLine(this))
    , m_banners(new QVBoxLayout)
    , m_rowGrid(new QGridLayout)
    , m_commandGrid(new QGridLayout)
    , m_chooser(new QComboBox(this))
    , m_commonReason(new QLabel(this))
{
    setObjectName(u"paymentPanel"_s);
    setProperty("card", true);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("PGマルチペイメントサービス決済情報"));
    setFocusPolicy(Qt::TabFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 16);
    column->setSpacing(10);
    auto *heading = new QLabel(tr("PGマルチペイメントサービス決済情報"), this);
    QFont bold = heading->font();
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    bold.setBold(true);
    heading->setFont(bold);
    heading->setObjectName(u"paymentHeading"_s);
    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    head->addWidget(heading);
    head->addWidget(m_progress);
    column->addLayout(head);
    m_banners->setSpacing(6);
    column->addLayout(m_banners);
    m_chooser->setObjectName(u"paymentChooser"_s);
    m_chooser->setAccessibleName(tr("操作する決済"));
    column->addWidget(m_chooser, 0, Qt::AlignLeft);
    m_rowGrid->setHorizontalSpacing(14);
    m_rowGrid->setVerticalSpacing(6);
    m_rowGrid->setColumnStretch(1, 1);
    m_rowGrid->setColumnStretch(4, 1);
    column->addLayout(m_rowGrid);
    buildDeadline();
    column->addSpacing(6);
    buildCommands(column);
    buildLog(column);
    connect(m_chooser, &QComboBox::activated, this, [this](int index) {
        m_model.choose(PaymentId{m_chooser->itemData(index).toLongLong()});
        m_keptReason.clear(); // it was about another payment
        showModel();
    });
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, &PaymentPanel::judgeAnew);
    connect(&m_commands.session(), &ShopSession::gatewayAnswered, this, &PaymentPanel::judgeAnew);
    minute->start(JudgeAnewEvery);
}

void PaymentPanel::buildDeadline()
{
    m_deadlineCaption = new QLabel(this);
    setTone(*m_deadlineCaption, Tone::Quiet);
    m_deadline = new QWidget(this);
    auto *row = new QHBoxLayout(m_deadline);
    row->setContentsMargins(0, 0, 0, 0);
    m_deadlineText = new QLabel(m_deadline);
    m_deadlineText->setObjectName(u"deadlineLabel"_s);
    m_deadlineBar = new QProgressBar(m_deadline);
    m_deadlineBar->setTextVisible(false);
    m_deadlineBar->setFixedSize(96, 8);
    row->addWidget(m_deadlineText);
    row->addWidget(m_deadlineBar);
    row->addStretch(1);
    const int place = int(factPlaces().indexOf(u"captureBy"_s));
    const int column = (place % FactColumns) * 3;
    m_rowGrid->addWidget(m_deadlineCaption, place / FactColumns, column);
    m_rowGrid->addWidget(m_deadline, place / FactColumns, column + 1);
}

void PaymentPanel::addCommand(PanelCommand command, const QString &objectName, const QKeySequence &keys)
{
    // The two of the second line are never there together.
    const int place = qMin(int(m_buttons.size()), CommandColumns);
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setProperty("keys", keys.toString());
    auto *reason = new QLabel(this);
    reason->setObjectName(objectName + u"Reason"_s);
    reason->setWordWrap(true);
    reason->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setTone(*reason, Tone::Quiet);
    const int line = place / CommandColumns * 2;
    m_commandGrid->addWidget(button, line, place % CommandColumns);
    m_commandGrid->addWidget(reason, line + 1, place % CommandColumns);
    m_commandGrid->setColumnStretch(place % CommandColumns, 1);
    m_buttons.insert(command, {button, reason});
    connect(button, &QPushButton::clicked, this, [this, command] { ask(command); });
}

void PaymentPanel::buildCommands(QVBoxLayout *column)
{
    m_commandGrid->setHorizontalSpacing(12);
    m_commandGrid->setVerticalSpacing(4);
    addCommand(PanelCommand::Capture, u"captureButton"_s, Qt::ALT | Qt::Key_U);
    addCommand(PanelCommand::Cancel, u"cancelButton"_s, Qt::ALT | Qt::Key_T);
    addCommand(PanelCommand::Change, u"changeAmountButton"_s, Qt::ALT | Qt::Key_K);
    addCommand(PanelCommand::Refresh, u"refreshButton"_s, Qt::ALT | Qt::Key_J);
    addCommand(PanelCommand::CaptureOldAmount, u"captureOldAmountButton"_s, Qt::ALT | Qt::Key_M);
    addCommand(PanelCommand::Reauthorize, u"reauthorizeButton"_s, Qt::ALT | Qt::Key_R);
    column->addLayout(m_commandGrid);
    m_commonReason->setObjectName(u"commonReason"_s);
    m_commonReason->setWordWrap(true);
    setTone(*m_commonReason, Tone::Quiet);
    m_commandGrid->addWidget(m_commonReason, 1, 0, 1, CommandColumns);
}

void PaymentPanel::setFacts(const OrderFacts &facts)
{
    m_known = true;
    m_model.setFacts(facts);
    m_model.setGatewayNow(m_commands.session().gatewayNow());
    showModel();
    warnOfMovedQuestion();
    if (m_logButton->isChecked()) {
        loadLog();
    }
}

/// The only function that sets the widgets: all of them, from the model.
void PaymentPanel::showModel()
{
    if (!m_known) {
        return;
    }
    setVisible(m_model.visible());
    m_progress->setActive(m_model.state() == PanelState::Waiting);
    showChooser();
    showRows();
    showBanners();
    showButtons();
    showLinkButtons();
    showDeadline();
}

PaymentPanel::RowWidgets &PaymentPanel::rowFor(const PanelRow &row, int place)
{
    RowWidgets &widgets = m_rows[row.key];
    if (widgets.caption) {
        return widgets;
    }
    widgets = {new QLabel(row.label, this), new QLabel(this), new BadgeLabel(this),
               new CopyButton(row.label, this)};
    setTone(*widgets.caption, Tone::Quiet);
    widgets.value->setObjectName(row.key + u"Value"_s);
    widgets.value->setTextFormat(Qt::PlainText);
    widgets.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    widgets.badge->setObjectName(row.key + u"Badge"_s);
    widgets.copy->setObjectName(row.key + u"Copy"_s);
    auto *cell = new QHBoxLayout;
    cell->setSpacing(4);
    cell->addWidget(widgets.value);
    cell->addWidget(widgets.badge);
    cell->addWidget(widgets.copy);
    cell->addStretch(1);
    const int column = (place % FactColumns) * 3;
    m_rowGrid->addWidget(widgets.caption, place / FactColumns, column);
    m_rowGrid->addLayout(cell, place / FactColumns, column + 1);
    return widgets;
}

void PaymentPanel::showRows()
{
    const QList<PanelRow> rows = m_model.rows();
    for (RowWidgets &widgets : m_rows) {
        widgets.caption->hide();
        widgets.value->hide();
        widgets.badge->hide();
        widgets.copy->hide();
    }
    for (const PanelRow &row : rows) {
        RowWidgets &widgets = rowFor(row, int(factPlaces().indexOf(row.key)));
        widgets.caption->show();
        widgets.value->setVisible(!row.badge);
        widgets.value->setText(row.value);
        setTone(*widgets.value, row.alarming ? Tone::Alarm : Tone::Plain);
        widgets.badge->setVisible(row.badge.has_value());
        widgets.badge->setBadge(row.badge.value_or(Badge{}));
        widgets.badge->setToolTip(row.toolTip);
        widgets.copy->setVisible(row.copyable);
        widgets.copy->setValue(row.copyable ? row.value : QString());
    }
}

} // namespace kessai
