#include "ui/runs/statusquestion.h"

#include "core/domain/methodrules.h"
#include "core/storage/orderrepository.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ChunkSize = 500;

QString leftOutWords(const StatusPlan &plan)
{
    QStringList sentences;
    if (plan.already > 0) {
        sentences.append(StatusDialog::tr("%1件はすでに「%2」です。")
                             .arg(Formats::count(plan.already), Words::of(plan.status)));
    }
    for (auto from = plan.notAllowed.cbegin(); from != plan.notAllowed.cend(); ++from) {
        sentences.append(StatusDialog::tr("%1件は「%2」から「%3」に変更できないため、そのまま残ります。")
                             .arg(Formats::count(*from), Words::of(from.key()), Words::of(plan.status)));
    }
    return sentences.join(u'\n');
}

} // namespace

bool commandMayFit(OperationKind command, const OrderSummary &order)
{
    if (!order.paymentId || !hasOperation(order.method, command)) {
        return false;
    }
    const auto &status = order.paymentStatus;
    if (!status || status == PaymentStatus::Authorized) { // never read: the pre-check decides
        return true;
    }
    const bool paid = status == PaymentStatus::Captured || status == PaymentStatus::ImmediatelyCaptured;
    const bool waitsForCash =
        status == PaymentStatus::RequestSucceeded && !hasOperation(order.method, OperationKind::Capture);
    return command == OperationKind::Cancel && (paid || waitsForCash);
}

std::optional<OperationKind> fittingCommand(OrderStatus status)
{
    if (status == OrderStatus::Cancelled || status == OrderStatus::Returned) {
        return OperationKind::Cancel;
    }
    return status == OrderStatus::Paid ? std::optional(OperationKind::Capture) : std::nullopt;
}

StorageResult<StatusPlan> statusPlan(Database &database, OrderStatus status, const OrderTicks &ticks,
                                     const OrderSort &sort)
{
    StatusPlan plan;
    plan.status = status;
    plan.commandFits = false;
    const auto command = fittingCommand(status);
    const auto ids = tickedIds(database, ticks, sort);
    if (!ids) {
        return failure(ids.error());
    }
    for (qsizetype at = 0; at < ids->size(); at += ChunkSize) {
        const auto rows = OrderRepository(database).page(ids->mid(at, ChunkSize));
        if (!rows) {
            return failure(rows.error());
        }
        for (const OrderSummary &order : *rows) {
            if (ids->size() == 1) {
                plan.only = StatusDialog::tr("注文 %1 %2 様").arg(order.orderNumber, order.customerName);
            }
            if (order.status == status) {
                ++plan.already;
            } else if (moveAllowed(order.status, status)) {
                plan.orders.append(order.id);
                plan.commandFits = plan.commandFits || (command && commandMayFit(*command, order));
            } else {
                ++plan.notAllowed[order.status];
            }
        }
    }
    return plan;
}

StatusDialog::StatusDialog(const StatusPlan &plan, QWidget *parent) : QDialog(parent), m_plan(plan)
{
    setObjectName(u"statusDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("対応状況の変更"));
    const QString word = Words::of(plan.status);
    const QString count = Formats::count(plan.orders.size());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    const bool any = !plan.orders.isEmpty();
    const bool one = !plan.only.isEmpty();
    auto *question = new Paragraph(!any ? tr("対応状況を「%1」に変更できる注文がありません").arg(word)
                                   : one ? tr("%1の対応状況を「%2」に変更しますか").arg(plan.only, word)
                                         : tr("%1件の対応状況を「%2」に変更しますか").arg(count, word),
                                   this);
    question->setObjectName(u"statusQuestion"_s);
    QFont large = question->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    question->setFont(large);
    column->addWidget(question);
    const QString leftOut = leftOutWords(plan);
    if (!leftOut.isEmpty()) {
        auto *words = new Paragraph(leftOut, this);
        words->setObjectName(u"statusLeftOut"_s);
        column->addWidget(words);
    }
    auto *untouched = new Paragraph(
        tr("GMOの決済には影響しません。請求の確定や取消は、決済の操作で行ってください。"), this);
    setTone(*untouched, Tone::Quiet);
    column->addWidget(untouched);
    if (const auto command = fittingCommand(plan.status); any && command && plan.commandFits) {
        const QString name = one ? Words::of(*command) : RunWords::nameOf(*command);
        m_then = new QCheckBox(tr("続けて%1の確認画面を開く").arg(name), this);
        m_then->setObjectName(u"statusThenCommand"_s);
        column->addWidget(m_then);
    }
    auto *row = new QHBoxLayout;
    if (any) {
        auto *confirm = new QPushButton(
            one ? tr("「%1」にする").arg(word) : tr("%1件を「%2」にする").arg(count, word), this);
        confirm->setObjectName(u"statusConfirm"_s);
        confirm->setAutoDefault(false);
        row->addWidget(confirm);
        connect(confirm, &QPushButton::clicked, this, [this, confirm] {
            confirm->setEnabled(false); // an impatient second click is none
            emit confirmed();
            accept();
        });
    }
    auto *cancel = new QPushButton(any ? tr("キャンセル") : tr("閉じる"), this);
    cancel->setObjectName(u"statusCancel"_s);
    cancel->setDefault(true);
    row->addStretch(1);
    row->addWidget(cancel);
    column->addStretch(1);
    column->addLayout(row);
    cancel->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setMinimumWidth(fontMetrics().height() * 34);
}

/// Wrapped sentences know their height only at a width.
void StatusDialog::showEvent(QShowEvent *event)
{
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(qMax(width(), minimumWidth())));
    QDialog::showEvent(event);
}

std::optional<OperationKind> StatusDialog::thenCommand() const
{
    return m_then && m_then->isChecked() ? fittingCommand(m_plan.status) : std::nullopt;
}

} // namespace kessai
