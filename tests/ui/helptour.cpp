// WindowTour: the help, and whom staff can ask.
#include "tests/ui/orderfixture.h"
#include "tests/ui/tourpatience.h"
#include "tests/ui/windowtour.h"
#include "ui/help/contactdialog.h"
#include "ui/help/helpwindow.h"
#include "ui/help/inquirydialog.h"
#include "ui/help/versiondialog.h"
#include "ui/payments/paymentpanel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

namespace {

void setContact(ShopSession &session)
{
    const auto kept = session.onEngine([](Shop &shop) {
        const QList<std::pair<QString, QString>> values{
            {u"support.name"_s, u"株式会社 見本商会 システム部"_s},
            {u"support.address"_s, u"大阪市北区中之島1-2-3"_s},
            {u"support.phone"_s, u"06-0000-0000"_s},
            {u"support.mail"_s, u"support@example.co.jp"_s},
            {u"support.hours"_s, u"平日 10:00～12:00／13:00～17:00"_s}};
        bool all = true;
        for (const auto &[key, value] : values) {
            all = shop.settings().set(key, value).ok() && all;
        }
        return all;
    });
    waitFor("the settings", [&kept] { return kept.isFinished(); });
}

bool isOn(QWidget &window, const QString &button)
{
    return OrderFixture::child<QPushButton>(window, button)->isEnabled();
}

} // namespace

void WindowTour::goThroughHelp()
{
    OrderFixture shop;
    const OrderId refused = shop.add({.number = 272, .payable = Yen{3200}});
    shop.open();
    setContact(*shop.session);
    shop.gateway.addFaults({{.kind = FaultKind::Error, .call = u"AlterTran"_s, .codes = {u"42G120000"_s}}});
    const auto window = shop.window(refused);
    waitFor("the order", [&window] { return isOn(*window, u"captureButton"_s); });
    for (const QString &button : {u"captureButton"_s, u"confirmButton"_s}) {
        QTest::mouseClick(OrderFixture::child<QPushButton>(*window, button), Qt::LeftButton);
    }
    waitFor("the refusal", [&window] { return window->findChild<QPushButton *>(u"outcomeAskGateway"_s); });
    visit(*window, u"order-refused"_s);
    QTest::mouseClick(OrderFixture::child<QPushButton>(*window, u"outcomeAskGateway"_s), Qt::LeftButton);
    auto *inquiry = window->findChild<InquiryDialog *>();
    waitFor("the inquiry", [inquiry] { return isOn(*inquiry, u"copyInquiryButton"_s); });
    visit(*inquiry, u"inquiry"_s);
    inquiry->close();

    ContactDialog contact(*shop.session);
    contact.setAttribute(Qt::WA_DeleteOnClose, false);
    contact.open();
    waitFor("the contact", [&contact] { return isOn(contact, u"contactSettingsButton"_s); });
    visit(contact, u"contact"_s);
    contact.close();
    VersionDialog version(*shop.session);
    version.setAttribute(Qt::WA_DeleteOnClose, false);
    version.open();
    waitFor("the version", [&version] { return version.findChild<QWidget *>(u"databaseFact"_s); });
    visit(version, u"version"_s);
    version.close();

    HelpWindow help(helpParts({}));
    help.show();
    for (const QString &page : helpPageIds()) {
        help.showPage(page);
        visit(help, u"help-"_s + page);
    }
    OrderFixture::child<QLineEdit>(help, u"helpSearch"_s)->setText(u"42G"_s);
    visit(help, u"help-codes-found"_s);
}

} // namespace kessai
