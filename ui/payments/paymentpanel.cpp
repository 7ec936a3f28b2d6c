#include "ui/payments/paymentpanel.h"

#include "ui/models/whendone.h"
#include "ui/payments/badgelabel.h"
#include "ui/payments/confirmdialog.h"
#include "ui/payments/logview.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/progressline.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

void setColour(QLabel *label, const QColor &colour)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

constexpr int FactColumns = 2;

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
{
    setObjectName(u"paymentPanel"_s);
    setAccessibleName(tr("PGマルチペイメントサービス決済情報"));
    setFocusPolicy(Qt::TabFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto *heading = new QLabel(u"<b>%1</b>"_s.arg(tr("PGマルチペイメントサービス決済情報")), this);
    heading->setObjectName(u"paymentHeading"_s);
    column->addWidget(heading);
    column->addWidget(m_progress);
    m_banners->setSpacing(6);
    column->addLayout(m_banners);
    m_chooser->setObjectName(u"paymentChooser"_s);
    m_chooser->setAccessibleName(tr("操作する決済"));
    column->addWidget(m_chooser, 0, Qt::AlignLeft);
    m_rowGrid->setHorizontalSpacing(14);
    m_rowGrid->setVerticalSpacing(4);
    m_rowGrid->setColumnStretch(1, 1);
    m_rowGrid->setColumnStretch(4, 1);
    column->addLayout(m_rowGrid);
    buildDeadline(column);
    buildCommands(column);
    buildLog(column);
    connect(m_chooser, &QComboBox::activated, this, [this](int index) {
        m_model.choose(PaymentId{m_chooser->itemData(index).toLongLong()});
        showModel();
    });
}

void PaymentPanel::buildDeadline(QVBoxLayout *column)
{
    m_deadline = new QWidget(this);
    auto *row = new QHBoxLayout(m_deadline);
    row->setContentsMargins(0, 0, 0, 0);
    m_deadlineText = new QLabel(m_deadline);
    m_deadlineText->setObjectName(u"deadlineLabel"_s);
    m_deadlineBar = new QProgressBar(m_deadline);
    m_deadlineBar->setTextVisible(false);
    m_deadlineBar->setFixedSize(160, 8);
    m_deadlineBar->setAccessibleName(tr("売上期限までの経過"));
    row->addWidget(m_deadlineText);
    row->addWidget(m_deadlineBar);
    row->addStretch(1);
    column->addWidget(m_deadline);
}

void PaymentPanel::addCommand(PanelCommand command, const QString &objectName, const QKeySequence &keys)
{
    const int place = int(m_buttons.size());
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setProperty("keys", keys.toString());
    auto *reason = new QLabel(this);
    reason->setObjectName(objectName + u"Reason"_s);
    reason->setWordWrap(true);
    reason->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setColour(reason, quietText(palette()));
    m_commandGrid->addWidget(button, (place / 3) * 2, place % 3);
    m_commandGrid->addWidget(reason, (place / 3) * 2 + 1, place % 3);
    m_commandGrid->setColumnStretch(place % 3, 1);
    m_buttons.insert(command, {button, reason});
    connect(button, &QPushButton::clicked, this, [this, command] { ask(command); });
}

void PaymentPanel::buildCommands(QVBoxLayout *column)
{
    m_commandGrid->setHorizontalSpacing(12);
    m_commandGrid->setVerticalSpacing(2);
    addCommand(PanelCommand::Capture, u"captureButton"_s, Qt::ALT | Qt::Key_U);
    addCommand(PanelCommand::Cancel, u"cancelButton"_s, Qt::ALT | Qt::Key_T);
    addCommand(PanelCommand::Change, u"changeAmountButton"_s, Qt::ALT | Qt::Key_K);
    addCommand(PanelCommand::Refresh, u"refreshButton"_s, Qt::ALT | Qt::Key_J);
    addCommand(PanelCommand::CaptureOldAmount, u"captureOldAmountButton"_s, {});
    addCommand(PanelCommand::Reauthorize, u"reauthorizeButton"_s, {});
    column->addLayout(m_commandGrid);
}

void PaymentPanel::buildLog(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    m_logButton = new QPushButton(tr("決済ログ表示・非表示"), this);
    m_logButton->setObjectName(u"logButton"_s);
    m_logButton->setCheckable(true);
    m_logButton->setShortcut(Qt::ALT | Qt::Key_L);
    m_linkButton = new QPushButton(tr("決済オーダーIDを連携"), this);
    m_linkButton->setObjectName(u"linkButton"_s);
    m_unlinkButton = new QPushButton(tr("連携を外す"), this);
    m_unlinkButton->setObjectName(u"unlinkButton"_s);
    row->addWidget(m_logButton);
    row->addStretch(1);
    row->addWidget(m_linkButton);
    row->addWidget(m_unlinkButton);
    column->addLayout(row);
    addLogTools(column);
    m_log = new LogView(this);
    m_log->hide();
    column->addWidget(m_log);
    connect(m_logButton, &QPushButton::toggled, this, &PaymentPanel::setLogShown);
    connect(m_linkButton, &QPushButton::clicked, this, &PaymentPanel::askLink);
    connect(m_unlinkButton, &QPushButton::clicked, this, &PaymentPanel::askUnlink);
}

void PaymentPanel::addLogTools(QVBoxLayout *column)
{
    m_logTools = new QWidget(this);
    auto *row = new QHBoxLayout(m_logTools);
    row->setContentsMargins(0, 0, 0, 0);
    auto *copy = new QPushButton(tr("ログをコピー"), m_logTools);
    copy->setObjectName(u"copyLogButton"_s);
    auto *save = new QPushButton(tr("ログを書き出す"), m_logTools);
    save->setObjectName(u"exportLogButton"_s);
    row->addWidget(copy);
    row->addWidget(save);
    row->addStretch(1);
    m_logTools->hide();
    column->addWidget(m_logTools);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_log->asText()); });
    connect(save, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("決済ログを書き出す"), {}, tr("テキスト (*.tsv)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &name) {
            QSaveFile file(name);
            const QByteArray text = m_log->asText().toUtf8();
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
                finish(Meaning::NeedsPerson, tr("決済ログを書き出せません: %1").arg(file.errorString()));
            }
        });
        dialog->open();
    });
}

void PaymentPanel::setFacts(const OrderFacts &facts)
{
    m_known = true;
    m_model.setFacts(facts);
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
    setColour(widgets.caption, quietText(palette()));
    widgets.value->setObjectName(row.key + u"Value"_s);
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
    const QStringList order{u"method"_s,         u"amount"_s,       u"status"_s,    u"difference"_s,
                            u"gatewayOrderId"_s, u"approve"_s,      u"payMethod"_s, u"forward"_s,
                            u"tranId"_s,         u"authorizedAt"_s, u"knownAt"_s};
    for (const PanelRow &row : rows) {
        RowWidgets &widgets = rowFor(row, int(order.indexOf(row.key)));
        widgets.caption->show();
        widgets.value->setVisible(!row.badge);
        widgets.value->setText(row.value);
        setColour(widgets.value, row.alarming ? readableOn(colourOf(Meaning::NeedsPerson, palette()),
                                                           palette().color(QPalette::Window))
                                              : palette().color(QPalette::WindowText));
        widgets.badge->setVisible(row.badge.has_value());
        widgets.badge->setBadge(row.badge.value_or(Badge{}));
        widgets.badge->setToolTip(row.toolTip);
        widgets.copy->setVisible(row.copyable);
        widgets.copy->setValue(row.copyable ? row.value : QString());
    }
}

void PaymentPanel::showBanners()
{
    const QList<PanelBanner> banners = m_model.banners();
    if (banners == m_shownBanners) {
        return;
    }
    m_shownBanners = banners;
    while (QLayoutItem *item = m_banners->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const PanelBanner &shown : banners) {
        auto *banner = new Banner(shown.meaning, this);
        banner->setObjectName(shown.key + u"Banner"_s);
        banner->setText(shown.text);
        if (shown.action == PanelBanner::Action::CheckNow) {
            banner->addButton(tr("今すぐ確認"), u"checkNowButton"_s, [this] { refresh(); });
        } else if (shown.action == PanelBanner::Action::Resolve) {
            banner->addButton(tr("理由を付けて解決"), u"resolveButton"_s, [this] { askResolve(); });
        }
        m_banners->addWidget(banner);
    }
}

void PaymentPanel::showButtons()
{
    for (const PanelButton &shown : m_model.buttons()) {
        const ButtonWidgets &widgets = m_buttons.value(shown.command);
        const QKeySequence keys(widgets.button->property("keys").toString());
        widgets.button->setText(shown.label);
        widgets.button->setShortcut(keys); // setText takes it away
        widgets.button->setAccessibleName(shown.label);
        widgets.button->setAccessibleDescription(shown.reason);
        widgets.button->setToolTip(keys.toString(QKeySequence::NativeText));
        widgets.button->setVisible(shown.visible);
        widgets.button->setEnabled(shown.enabled);
        widgets.reason->setText(shown.reason);
        widgets.reason->setVisible(shown.visible && !shown.reason.isEmpty());
    }
    const bool linked = m_model.current() != nullptr;
    const bool busy = m_model.state() == PanelState::Waiting || m_model.state() == PanelState::Confirming;
    m_linkButton->setVisible(!linked);
    m_linkButton->setEnabled(!busy);
    m_unlinkButton->setVisible(linked);
    m_unlinkButton->setEnabled(!busy && m_model.unlinkProblem().isEmpty());
    m_unlinkButton->setToolTip(m_model.unlinkProblem());
}

void PaymentPanel::showDeadline()
{
    const auto window = m_model.captureWindow();
    m_deadline->setVisible(window.has_value());
    if (!window) {
        return;
    }
    m_deadlineText->setText(
        tr("売上期限　%1（%2）")
            .arg(Formats::day(window->last), Formats::daysLeft(window->last, m_model.today())));
    constexpr int NearDays = 14;
    const Meaning meaning = window->daysLeft < 0           ? Meaning::NeedsPerson
                            : window->daysLeft <= NearDays ? Meaning::NeedsWork
                                                           : Meaning::Closed;
    setColour(m_deadlineText, meaning == Meaning::Closed ? palette().color(QPalette::WindowText)
                                                         : readableOn(colourOf(meaning, palette()),
                                                                      palette().color(QPalette::Window)));
    m_deadlineBar->setRange(0, window->days);
    m_deadlineBar->setValue(qBound(0, window->days - window->daysLeft, window->days));
}

void PaymentPanel::showChooser()
{
    const auto &payments = m_model.facts().payments;
    m_chooser->setVisible(payments.size() > 1);
    m_chooser->clear();
    for (const PaymentFacts &facts : payments) {
        m_chooser->addItem(facts.payment.gatewayOrderId, facts.payment.id.value);
    }
    if (const PaymentFacts *current = m_model.current()) {
        m_chooser->setCurrentIndex(m_chooser->findData(current->payment.id.value));
    }
}

void PaymentPanel::setLogShown(bool shown)
{
    m_logButton->setChecked(shown);
    m_log->setVisible(shown);
    m_logTools->setVisible(shown);
    if (shown) {
        loadLog();
    }
}

void PaymentPanel::loadLog()
{
    whenDone(m_commands.log(m_model.facts().order.id), this,
             [this](const StorageResult<QList<LogEntry>> &log) {
                 if (log) {
                     m_log->setEntries(*log);
                     emit logLoaded();
                 } else {
                     finish(Meaning::NeedsPerson, log.error().message);
                 }
             });
}

} // namespace kessai
