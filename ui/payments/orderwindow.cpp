#include "ui/payments/orderwindow.h"

#include "ui/models/whendone.h"
#include "ui/papers/deliverynotedialog.h"
#include "ui/papers/deliverynoteentry.h"
#include "ui/payments/logview.h"
#include "ui/payments/orderdetails.h"
#include "ui/payments/paymentpanel.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/helpplace.h"
#include "ui/widgets/stylesheet.h"

#include <QDir>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestTitle = 30; ///< on one line: a longer one would widen the window
constexpr int HeaderGap = 2;           ///< place in the header of the room between title and buttons

} // namespace

OrderWindow::OrderWindow(ShopSession &session, OrderId id, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_commands(session)
    , m_environment(session.environment())
    , m_id(id)
    , m_remembered(QDir(session.dataFolder()).filePath(u"window.ini"_s), QSettings::IniFormat)
    , m_title(new QLabel(this))
    , m_status(new QToolButton(this))
    , m_moves(new QMenu(m_status))
    , m_orderedAt(new QLabel(this))
    , m_problem(new Banner(Meaning::NeedsPerson, this))
    , m_importConflict(new Banner(Meaning::NeedsWork, this))
    , m_details(new OrderDetails(this))
    , m_panel(new PaymentPanel(m_commands, m_remembered, this))
    , m_edit(new QPushButton(tr("編集"), this))
    , m_saved(new Banner(Meaning::Good, this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"orderWindow"_s);
    setHelpPage(*this, helppage::Order);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *header = new QWidget(this);
    buildHeader(header);
    column->addWidget(header);
    m_problem->setObjectName(u"orderProblem"_s);
    m_problem->setClosable(true);
    m_problem->hide();
    column->addWidget(m_problem);
    m_importConflict->setObjectName(u"importConflictBanner"_s);
    m_importConflict->hide();
    column->addWidget(m_importConflict);
    m_saved->setObjectName(u"orderSaved"_s);
    m_saved->setClosable(true);
    m_saved->hide();
    column->addWidget(m_saved);
    auto *content = new QWidget(m_scroll);
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(20, 4, 20, 20);
    inside->setSpacing(16);
    inside->addWidget(m_details);
    inside->addWidget(m_panel);
    inside->addStretch(1);
    m_panel->hide();
    m_scroll->setAccessibleName(tr("受注情報"));
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_scroll, 1);
    auto *toPanel = new QShortcut(Qt::ALT | Qt::Key_P, this);
    connect(toPanel, &QShortcut::activated, this, [this] {
        m_scroll->ensureWidgetVisible(m_panel);
        m_panel->setFocus();
    });
    connect(m_panel, &PaymentPanel::changed, this, &OrderWindow::load);
    connect(
        m_panel, &PaymentPanel::logLoaded, m_scroll,
        [this] {
            m_scroll->widget()->layout()->activate(); // the log has its place only then
            m_scroll->ensureWidgetVisible(&m_panel->log());
        },
        Qt::QueuedConnection);
    connect(&session, &ShopSession::paymentChanged, this, [this](PaymentId, OrderId order) {
        if (order == m_id) {
            load();
        }
    });
    connect(&session, &ShopSession::orderChanged, this, [this](OrderId order) {
        if (order == m_id) {
            load();
        }
    });
    connect(&session, &ShopSession::ordersChanged, this, &OrderWindow::load);
    m_scroll->setFocus(); // the arrow keys scroll at once
    resize(980, 900);
    load();
}

void OrderWindow::buildHeader(QWidget *place)
{
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(20, 14, 20, 10);
    row->setSpacing(16);
    m_title->setObjectName(u"orderTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setBold(true);
    m_title->setFont(font);
    m_status->setObjectName(u"orderStatusButton"_s);
    m_status->setPopupMode(QToolButton::InstantPopup);
    m_status->setMenu(m_moves);
    m_status->setProperty("chip", true);
    m_status->setProperty("plainMenu", true);
    m_status->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moves->setObjectName(u"orderStatusMenu"_s);
    row->addWidget(m_title);
    row->addWidget(m_status);
    row->addStretch(1);
    row->addWidget(m_orderedAt);
    auto *notes = new QPushButton(deliveryNotesLabel(), this);
    notes->setObjectName(u"deliveryNoteButton"_s);
    notes->setAccessibleName(notes->text());
    notes->setShortcut(QKeySequence(u"Ctrl+P"_s));
    notes->setToolTip(notes->shortcut().toString(QKeySequence::NativeText));
    notes->setAutoDefault(false);
    connect(notes, &QPushButton::clicked, this, [this] {
        auto *dialog = new DeliveryNoteDialog(m_commands.session(), m_remembered, {m_id}, this);
        dialog->open();
    });
    row->addWidget(notes);
    m_edit->setObjectName(u"editButton"_s);
    m_edit->setAccessibleName(tr("受注情報の編集"));
    m_edit->setShortcut(Qt::Key_F2);
    m_edit->setToolTip(m_edit->shortcut().toString(QKeySequence::NativeText));
    m_edit->setAutoDefault(false);
    connect(m_edit, &QPushButton::clicked, this, &OrderWindow::startEditing);
    row->addWidget(m_edit);
    setTone(*m_orderedAt, Tone::Quiet);
}

void OrderWindow::load()
{
    whenDone(m_commands.facts(m_id), this, [this](const StorageResult<OrderFacts> &facts) {
        if (facts) {
            showFacts(*facts);
        } else {
            showProblem(facts.error().message);
        }
    });
}

void OrderWindow::showFacts(const OrderFacts &facts)
{
    const Order &order = facts.order;
    m_title->setText(tr("注文 %1　%2 様").arg(order.orderNumber, order.customer.fullName()));
    const bool isLong = m_title->text().size() > LongestTitle;
    m_title->setWordWrap(isLong);
    auto *header = qobject_cast<QBoxLayout *>(m_title->parentWidget()->layout());
    header->setStretchFactor(m_title, isLong ? 1 : 0); // a long one takes all the room, few lines then
    header->setStretch(HeaderGap, isLong ? 0 : 1);
    const QString title = tr("受注情報 %1 %2 様").arg(order.orderNumber, order.customer.fullName());
    // Here money is moved: what is not the live shop says so (design.md §7).
    switch (m_environment) {
    case GatewayEnvironment::Live:
        m_plainTitle = title;
        break;
    case GatewayEnvironment::Practice:
        m_plainTitle = tr("%1（練習）").arg(title);
        break;
    case GatewayEnvironment::Test:
    case GatewayEnvironment::AllowedHost:
        m_plainTitle = tr("%1（テスト）").arg(title);
        break;
    }
    showTitle();
    m_orderedAt->setText(order.orderedAt ? tr("受注日時　%1").arg(Formats::minute(*order.orderedAt))
                                         : QString());
    showStatus(order);
    showImportConflicts(facts.importConflicts);
    m_details->setOrder(order);
    m_panel->setFacts(facts);
    settleInBackground(facts);
    if (std::exchange(m_justSaved, false) && m_panel->model().verdict(PanelCommand::Change).allowed) {
        m_scroll->widget()->layout()->activate();
        m_scroll->ensureWidgetVisible(m_panel); // S80: 決済金額変更 is what comes next
    }
    if (const auto command = std::exchange(m_thenAsk, {})) {
        askCommand(*command);
    }
}

void OrderWindow::showImportConflicts(const QStringList &fields)
{
    QStringList words;
    for (const QString &field : fields) {
        words.append(Words::ofImportedField(field));
    }
    m_importConflict->setText(
        tr("取り込んだ値と違います: "
           "%1。ここで変えた値を残しています。どちらが正しいかを、ショップの画面で確認してください。")
            .arg(words.join(tr("・"))));
    m_importConflict->setVisible(!fields.isEmpty());
}

/// journal.md §8: doubt is also read when the payment's window is opened.
void OrderWindow::settleInBackground(const OrderFacts &facts)
{
    if (m_settled) {
        return;
    }
    m_settled = true;
    for (const PaymentFacts &payment : facts.payments) {
        if (payment.live && payment.live->state == OperationState::InDoubt) {
            whenDone(m_commands.refresh(payment.payment.id), this,
                     [this](const StorageResult<RefreshItem> &) { load(); });
        }
    }
}

void OrderWindow::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
}

void OrderWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        askUnsaved(m_editor ? std::function<void()>([] {}) : [this] { close(); });
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kessai
