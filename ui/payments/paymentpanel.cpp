#include "ui/payments/paymentpanel.h"

#include "ui/payments/confirmdialog.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/stylesheet.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int CommandColumns = 4;
constexpr std::chrono::minutes JudgeAnewEvery{1}; ///< as fine as the midnight guard asks for

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

void PaymentPanel::addCommand(PanelCommand command, const QString &objectName, const QKeySequence &keys)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setProperty("keys", keys.toString());
    auto *reason = new QLabel(this);
    reason->setObjectName(objectName + u"Reason"_s);
    reason->setWordWrap(true);
    reason->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setTone(*reason, Tone::Quiet);
    m_buttons.insert(command, {button, reason});
    connect(button, &QPushButton::clicked, this, [this, command] { ask(command); });
}

/// Those that the method does not have leave no gap.
void PaymentPanel::placeCommand(ButtonWidgets &widgets, int place)
{
    if (widgets.place == place) {
        return;
    }
    widgets.place = place;
    const int line = place / CommandColumns * 2;
    m_commandGrid->addWidget(widgets.button, line, place % CommandColumns);
    m_commandGrid->addWidget(widgets.reason, line + 1, place % CommandColumns);
}

void PaymentPanel::buildCommands(QVBoxLayout *column)
{
    m_commandGrid->setHorizontalSpacing(12);
    m_commandGrid->setVerticalSpacing(4);
    for (int place = 0; place < CommandColumns; ++place) {
        m_commandGrid->setColumnStretch(place, 1);
    }
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
}

} // namespace kessai
