#include "ui/papers/deliverynoteentry.h"

#include "ui/models/ordersource.h"
#include "ui/models/whendone.h"
#include "ui/papers/deliverynotedialog.h"
#include "ui/text/formats.h"

#include <QMessageBox>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryNoteDialog)
};

void tell(QWidget &page, const QString &title, const QString &sentences)
{
    auto *box =
        new QMessageBox(QMessageBox::Information, Text::tr("納品書"), title, QMessageBox::NoButton, &page);
    box->setObjectName(u"deliveryNoteProblem"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(sentences);
    box->addButton(Text::tr("閉じる"), QMessageBox::AcceptRole);
    box->open();
}

void openNotes(QWidget &page, ShopSession &session, QSettings &settings, const QList<OrderId> &orders)
{
    if (orders.isEmpty()) {
        return;
    }
    if (orders.size() > DeliveryNoteDialog::MostNotes) {
        tell(page, Text::tr("納品書にするには多すぎます"),
             Text::tr("%1件あります。一度に作れる納品書は%2件までです。選択を減らしてください。")
                 .arg(Formats::count(orders.size()), Formats::count(DeliveryNoteDialog::MostNotes)));
        return;
    }
    auto *dialog = new DeliveryNoteDialog(session, settings, orders, &page);
    dialog->open();
}

} // namespace

QString deliveryNotesLabel()
{
    return Text::tr("納品書…");
}

void openDeliveryNotes(QWidget &page, ShopSession &session, OrderSource &source, QSettings &settings,
                       const NotedOrders &orders)
{
    if (orders.ticks.isEmpty()) {
        openNotes(page, session, settings, orders.selected);
        return;
    }
    whenDone(source.tickedIds(orders.ticks, orders.sort), &page,
             [&page, &session, &settings](const StorageResult<QList<OrderId>> &ids) {
                 if (ids) {
                     openNotes(page, session, settings, *ids);
                 } else {
                     tell(page, Text::tr("納品書を作れません"), ids.error().message);
                 }
             });
}

} // namespace kessai
