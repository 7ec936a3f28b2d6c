#include "ui/payments/linkdialog.h"

#include "core/base/japantime.h"
#include "ui/models/whendone.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

LinkDialog::LinkDialog(PaymentCommands &commands, const Order &order, QWidget *parent)
    : QDialog(parent)
    , m_commands(commands)
    , m_order(order)
    , m_id(new QLineEdit(this))
    , m_look(new QPushButton(tr("GMOに確認する"), this))
    , m_answer(new QLabel(this))
    , m_link(new QPushButton(tr("この決済を連携する"), this))
    , m_cancel(new QPushButton(tr("キャンセル"), this))
{
    setObjectName(u"linkDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("決済オーダーIDの連携"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    auto *heading = new QLabel(
        tr("注文 %1　%2 様　お支払い合計 %3")
            .arg(order.orderNumber, order.customer.fullName(), Formats::yen(order.totals.payableTotal)),
        this);
    heading->setTextFormat(Qt::PlainText);
    column->addWidget(heading);
    auto *row = new QHBoxLayout;
    m_id->setObjectName(u"gatewayOrderIdEdit"_s);
    m_id->setAccessibleName(tr("決済オーダーID"));
    m_id->setPlaceholderText(tr("例: 237-30111944"));
    m_id->setMaxLength(27); // the gateway's own limit
    m_look->setObjectName(u"lookUpButton"_s);
    m_look->setEnabled(false);
    m_look->setDefault(true);
    row->addWidget(m_id, 1);
    row->addWidget(m_look);
    auto *caption = new QLabel(tr("決済オーダーID"), this);
    caption->setBuddy(m_id);
    auto *field = new QVBoxLayout;
    field->setSpacing(4);
    field->addWidget(caption);
    field->addLayout(row);
    column->addLayout(field);
    m_answer->setObjectName(u"linkAnswer"_s);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setWordWrap(true);
    column->addWidget(m_answer);
    column->addStretch(1);
    m_cancel->setObjectName(u"cancelLinkButton"_s);
    m_cancel->setAutoDefault(false);
    m_link->setObjectName(u"linkConfirmButton"_s);
    m_link->setAutoDefault(false);
    m_link->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_link);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    column->addLayout(buttons);
    setMinimumSize(fontMetrics().height() * 30, fontMetrics().height() * 14);
    connect(m_id, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_look->setEnabled(!text.trimmed().isEmpty());
        m_link->setEnabled(false);
        m_answer->clear();
    });
    connect(m_look, &QPushButton::clicked, this, &LinkDialog::look);
    connect(m_link, &QPushButton::clicked, this, &LinkDialog::link);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void LinkDialog::setBusy(bool busy)
{
    m_id->setReadOnly(busy);
    m_look->setEnabled(!busy);
    m_link->setEnabled(false);
}

void LinkDialog::look()
{
    m_seen = m_id->text().trimmed();
    setBusy(true);
    m_answer->setText(tr("GMOに確認しています…"));
    whenDone(
        m_commands.previewLink(m_order.id, m_seen), this,
        [this](const LinkPreview &preview) { showAnswer(preview); }, [this] { setBusy(false); });
}

void LinkDialog::showAnswer(const LinkPreview &preview)
{
    setBusy(false);
    if (!preview.seen) {
        m_answer->setText(preview.problem);
        fitAnswer();
        return;
    }
    const Snapshot &seen = *preview.seen;
    const auto date = japantime::fromGatewayText(seen.processDate);
    const Yen payable = m_order.totals.payableTotal;
    const QString apart = seen.total() == payable
                              ? tr("お支払い合計と同じ金額です。")
                              : tr("お支払い合計 %1 と金額が違います。").arg(Formats::yen(payable));
    m_answer->setText(tr("GMOの取引: %1　%2　最終処理 %3\n%4")
                          .arg(Words::of(paymentStatusOfWord(seen.status)), Formats::yen(seen.total()),
                               date ? Formats::minute(*date) : seen.processDate, apart));
    m_link->setEnabled(true);
    (seen.total() == payable ? m_link : m_cancel)->setFocus(); // Enter must not link what differs
    fitAnswer();
}

void LinkDialog::fitAnswer()
{
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
}

void LinkDialog::link()
{
    setBusy(true);
    whenDone(m_commands.link(m_order.id, m_seen), this, [this](const QString &problem) {
        if (problem.isEmpty()) {
            emit linked();
            accept();
            return;
        }
        setBusy(false);
        m_answer->setText(problem);
    });
}

} // namespace kessai
