#include "tests/ui/windowtour.h"

#include "app/desktop/practiceshop.h"
#include "tests/ui/orderfixture.h"
#include "tests/ui/tourpatience.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/payments/logview.h"
#include "ui/payments/paymentpanel.h"
#include "ui/settings/assistantdialog.h"
#include "ui/settings/settingsdialog.h"
#include "ui/work/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

namespace {

void click(QWidget &window, const QString &name)
{
    QTest::mouseClick(OrderFixture::child<QAbstractButton>(window, name), Qt::LeftButton);
}

QDialog &dialogOf(const QWidget &window, const QString &name)
{
    for (QDialog *dialog : window.findChildren<QDialog *>(name)) {
        if (dialog->isVisible()) {
            return *dialog;
        }
    }
    qFatal("no dialog %s", qPrintable(name));
}

void closeDialog(QWidget &window, const QString &name)
{
    dialogOf(window, name).reject();
    waitFor("closing the dialog", [&] { return window.findChildren<QDialog *>(name).isEmpty(); });
}

/// An order as long as they come: a firm's name, two parcels, goods with long names.
void makeLong(Order &order)
{
    order.customer.familyName = u"勅使河原"_s;
    order.customer.givenName = u"左衛門三郎"_s;
    order.customer.companyName = u"一般社団法人 全国手仕事とうつわの未来を考える会 関西支部事務局"_s;
    order.customer.address2 = u"グランドメゾン中之島リバーサイドタワー イーストウイング 4203号室"_s;
    order.mailAddress = u"saburo.teshigawara.zenkoku-teshigoto@kansai.example.jp"_s;
    order.message =
        u"法人宛ての領収書をお願いします。但し書きは「記念品代として」でお願いします。\n"
        "のし紙は「御礼」、名入れは「全国手仕事の会」です。届け先2件のうち、東京分は日曜の午前中に"
        "お届けください。"_s;
    order.note = u"電話で確認済み（12/2 鈴木）。"_s;
    OrderItem item = order.items.first();
    item.productName = u"有田焼 染付 山水文 大皿（木箱入り・風呂敷包み・名入れ承り）特別展限定色"_s;
    item.productCode = u"arita-sansui-ozara-2020-limited-0042"_s;
    item.quantity = 12;
    order.items.append(item);
    Shipment parcel = order.shipments.first();
    parcel.recipient.familyName = u"五十嵐"_s;
    parcel.recipient.givenName = u"さくら"_s;
    parcel.recipient.prefecture = u"東京都"_s;
    parcel.recipient.address1 = u"千代田区霞が関1-2-3"_s;
    parcel.trackingNumber = u"1234-5678-9012"_s;
    order.shipments.append(parcel);
}

/// Everything that was asked is answered.
bool isQuiet(const OrderWindow &window)
{
    return window.panel().panelState() != PanelState::Waiting;
}

} // namespace

WindowTour::WindowTour(Visit visit) : m_visit(std::move(visit))
{
    QApplication::setCursorFlashTime(0);
}

/// Layout, style and rows come over several turns of the event loop: a window is there when it looks the same
/// three times in a row.
void WindowTour::visit(QWidget &widget, const QString &name) const
{
    QImage before;
    int same = 0;
    waitFor(qPrintable(name), [&] {
        const QImage now = widget.grab().toImage();
        same = now == before ? same + 1 : 0;
        before = now;
        return same >= 3;
    });
    m_visit(widget, name);
}

void WindowTour::goThroughAssistant()
{
    QTemporaryDir folder;
    ShopSession session;
    MainWindow window(session);
    window.resize(1280, 820);
    window.setSetupAssistant([] {});
    QSignalSpy failed(&session, &ShopSession::openFailed);
    Shop::Options options;
    options.dataFolder = folder.path();
    window.openShop(options);
    window.show();
    waitFor("first start", [&failed] { return failed.count() > 0; });
    visit(window, u"first-start"_s);
    AssistantDialog assistant(folder.path(), &window);
    assistant.setAttribute(Qt::WA_DeleteOnClose, false);
    assistant.open();
    visit(assistant, u"assistant-choice"_s);
    click(assistant, u"connectChoice"_s);
    visit(assistant, u"assistant-connect"_s);
    click(assistant, u"beginButton"_s);
    visit(assistant, u"assistant-missing"_s);
    assistant.close();
}

void WindowTour::goThroughOrderWindows()
{
    OrderFixture shop;
    const OrderId plain = shop.add({.number = 272, .payable = Yen{3200}});
    const OrderId different = shop.add({.number = 273, .payable = Yen{2700}, .seed = {.amount = Yen{3200}}});
    const OrderId endless = shop.add({.number = 274, .payable = Yen{9'876'543}, .change = makeLong});
    const OrderId lost = shop.add({.number = 275, .payable = Yen{12'800}});
    const OrderId odd = shop.add({.number = 276, .payable = Yen{45'100}});
    const OrderId alone = shop.add({.number = 277, .payable = Yen{980}, .linked = false});
    shop.open();
    const auto open = [&shop](OrderId id) {
        auto window = shop.window(id);
        waitFor("the order", [&window] { return isQuiet(*window); });
        return window;
    };
    auto window = open(plain);
    visit(*window, u"order"_s);
    click(*window, u"captureButton"_s);
    visit(dialogOf(*window, u"confirmDialog"_s), u"question-capture"_s);
    closeDialog(*window, u"confirmDialog"_s);
    click(*window, u"cancelButton"_s);
    visit(dialogOf(*window, u"confirmDialog"_s), u"question-cancel"_s);
    click(*window, u"confirmButton"_s);
    waitFor("cancel", [&] { return window->panel().panelState() == PanelState::Done; });
    visit(*window, u"order-cancelled"_s);
    click(*window, u"logButton"_s);
    LogView &log = window->panel().log();
    waitFor("log", [&log] { return log.topLevelItemCount() > 0; });
    log.topLevelItem(log.topLevelItemCount() > 1 ? 1 : 0)->setExpanded(true);
    visit(*window, u"log"_s);
    window = open(different);
    visit(*window, u"order-difference"_s);
    click(*window, u"changeAmountButton"_s);
    visit(dialogOf(*window, u"confirmDialog"_s), u"question-change"_s);
    window = open(endless);
    visit(*window, u"order-long"_s);
    window = open(alone);
    visit(*window, u"order-unlinked"_s);
    click(*window, u"linkButton"_s);
    visit(dialogOf(*window, u"linkDialog"_s), u"link"_s);

    shop.gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    window = open(lost);
    click(*window, u"captureButton"_s);
    click(*window, u"confirmButton"_s);
    waitFor("doubt", [&] { return window->panel().panelState() == PanelState::InDoubt; });
    visit(*window, u"order-in-doubt"_s);
    shop.gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AlterTran"_s, .nth = 1}});
    window = open(odd);
    click(*window, u"captureButton"_s);
    click(*window, u"confirmButton"_s);
    waitFor("doubt", [&] { return window->panel().panelState() == PanelState::InDoubt; });
    const auto voided = shop.gateway.operateConsole(OrderFixture::gatewayOrderId(276), u"VOID"_s);
    Q_UNUSED(voided)
    waitFor("conflict", [&] {
        auto *check = OrderFixture::child<QPushButton>(*window, u"refreshButton"_s);
        if (window->panel().panelState() == PanelState::InDoubt && check->isEnabled()) {
            check->click();
        }
        return window->panel().panelState() == PanelState::Conflict;
    });
    visit(*window, u"order-conflict"_s);
    click(*window, u"resolveButton"_s);
    visit(dialogOf(*window, u"reasonDialog"_s), u"resolve"_s);
    window.reset();

    SettingsDialog settings(*shop.session);
    settings.setAttribute(Qt::WA_DeleteOnClose, false);
    settings.open();
    auto *tabs = OrderFixture::child<QTabWidget>(settings, u"settingsTabs"_s);
    waitFor("settings",
            [&] { return OrderFixture::child<QPushButton>(settings, u"saveSettingsButton"_s)->isEnabled(); });
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        visit(settings, u"settings-%1"_s.arg(tab + 1));
    }
    settings.close();
}

void WindowTour::goThroughMainWindow(const QString &ordersFile)
{
    PracticeShop practice;
    QSignalSpy ready(&practice, &PracticeShop::ready);
    practice.prepare();
    waitFor("practice", [&ready] { return ready.count() > 0; });
    ShopSession session;
    auto window = std::make_unique<MainWindow>(session);
    window->setPractice();
    window->resize(1280, 820);
    window->setOrderWindowFactory([](OrderId) {});
    Shop::Options options;
    options.dataFolder = practice.dataFolder();
    options.operatorName = u"佐藤"_s;
    window->openShop(options);
    window->show();
    waitFor("list", [&window] { return window->orderList() && window->orderList()->model().rowCount() > 0; });
    const auto trigger = [&window](const QString &name) { window->findChild<QAction *>(name)->trigger(); };
    const auto shot = [&](const QString &name) {
        waitFor("rows", [&window] { return !window->orderList()->model().isSearching(); });
        visit(*window, name);
    };
    const auto search = [&](const QString &text) {
        trigger(u"view_0"_s);
        auto *box = window->findChild<QLineEdit *>(u"searchBox"_s);
        box->setText(text);
        QTest::keyClick(box, Qt::Key_Return);
    };
    OrderTable &table = window->orderList()->table();
    trigger(u"todayAction"_s);
    visit(*window, u"today"_s);
    trigger(u"ordersAction"_s);
    shot(u"list"_s);
    table.selectRow(1);
    shot(u"list-selected"_s);
    trigger(u"view_1"_s);
    shot(u"list-due-soon"_s);
    search(u"1298"_s);
    shot(u"list-one"_s);
    search(u"どこにもいない人"_s);
    shot(u"list-none"_s);
    search({});
    table.setTwoLines(false);
    shot(u"list-one-line"_s);
    table.setTwoLines(true);
    window->resize(940, 640);
    shot(u"list-narrow"_s);
    window->resize(1280, 820);
    trigger(u"operatorAction"_s);
    visit(dialogOf(*window, u"operatorDialog"_s), u"operator"_s);
    closeDialog(*window, u"operatorDialog"_s);
    trigger(u"keysAction"_s);
    visit(dialogOf(*window, u"keySheet"_s), u"keys"_s);
    closeDialog(*window, u"keySheet"_s);
    if (!ordersFile.isEmpty()) {
        trigger(u"importOrdersAction"_s);
        auto *dialog = window->findChild<QFileDialog *>(u"importFileDialog"_s);
        emit dialog->fileSelected(ordersFile);
        dialog->close();
        auto *apply = OrderFixture::child<QPushButton>(*window, u"importApply"_s);
        waitFor("import", [apply] { return apply->isVisible(); });
        visit(*window, u"import"_s);
    }
    QSignalSpy closed(&session, &ShopSession::closed);
    session.close();
    waitFor("closing", [&closed] { return closed.count() > 0; });
}

} // namespace kessai
