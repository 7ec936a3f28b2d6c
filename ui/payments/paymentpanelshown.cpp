#include "ui/payments/paymentpanel.h"

#include "ui/help/inquirydialog.h"
#include "ui/payments/confirmcontent.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/stylesheet.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

// Banners, buttons and chooser of the panel, as its model has them now.

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// What holds for every button that is off, to be said once; "" when they differ.
QString commonReason(const QList<PanelButton> &buttons)
{
    QSet<QString> reasons;
    int off = 0;
    for (const PanelButton &button : buttons) {
        if (button.visible && !button.reason.isEmpty()) {
            reasons.insert(button.reason);
            ++off;
        }
    }
    return off > 1 && reasons.size() == 1 ? *reasons.begin() : QString();
}

/// The accent for the step that comes next.
void setPrimary(QPushButton &button, bool primary)
{
    if (button.property("primary").toBool() != primary) {
        button.setProperty("primary", primary);
        button.style()->unpolish(&button);
        button.style()->polish(&button);
    }
}

} // namespace

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
        } else if (shown.action == PanelBanner::Action::CancelOtherwise) {
            const QString word = shown.cancelWord;
            banner->addButton(tr("%1（%2）で取り消す").arg(cancelWordName(word), word),
                              u"cancelOtherwiseButton"_s, [this, word] { ask(PanelCommand::Cancel, word); });
        }
        if (const QStringList codes = gatewayCodesIn(shown.text); !codes.isEmpty()) {
            const InquiryAbout about{m_model.facts().order.id, {}, codes, m_commands.session().gatewayNow()};
            banner->addButton(tr("GMOに問い合わせる"), shown.key + u"AskGateway"_s,
                              [this, about] { askGateway(m_commands.session(), about, this); });
        }
        m_banners->addWidget(banner);
    }
}

void PaymentPanel::showButtons()
{
    const QList<PanelButton> buttons = m_model.buttons();
    const QString common = commonReason(buttons);
    int place = 0;
    for (const PanelButton &shown : buttons) {
        ButtonWidgets &widgets = m_buttons[shown.command];
        if (shown.visible) {
            placeCommand(widgets, place++);
        }
        const QKeySequence keys(widgets.button->property("keys").toString());
        widgets.button->setText(shown.label);
        widgets.button->setShortcut(keys); // setText takes it away
        widgets.button->setAccessibleName(shown.label);
        widgets.button->setAccessibleDescription(shown.reason);
        widgets.button->setToolTip(keys.toString(QKeySequence::NativeText));
        widgets.button->setVisible(shown.visible);
        if (!shown.enabled && window()->focusWidget() == widgets.button) {
            setFocus(); // else it goes to the next widget, and the window scrolls there
        }
        widgets.button->setEnabled(shown.enabled);
        setPrimary(*widgets.button, shown.next);
        const QString beneath = Formats::sentences({shown.reason, shown.note});
        widgets.reason->setText(beneath);
        widgets.reason->setVisible(shown.visible && !beneath.isEmpty() && common.isEmpty());
    }
    m_commonReason->setText(common);
    m_commonReason->setVisible(!common.isEmpty());
}

void PaymentPanel::showLinkButtons()
{
    const bool linked = m_model.current() != nullptr;
    const bool occupied = m_model.state() == PanelState::Waiting || m_model.state() == PanelState::Confirming;
    m_linkButton->setVisible(!linked);
    setPrimary(*m_linkButton, !linked);
    m_linkButton->setEnabled(!occupied);
    m_unlinkButton->setVisible(linked);
    const QString problem = m_model.unlinkProblem();
    m_unlinkButton->setEnabled(!occupied && problem.isEmpty());
    m_unlinkButton->setAccessibleDescription(problem);
    m_unlinkReason->setText(problem);
    m_unlinkReason->setVisible(linked && !problem.isEmpty());
}

void PaymentPanel::showChooser()
{
    const auto &payments = m_model.facts().payments;
    m_chooser->setVisible(payments.size() > 1);
    m_chooser->clear();
    for (const PaymentFacts &facts : payments) {
        const auto &known = facts.payment.known;
        const QString state = known ? tr("%1 %2").arg(Words::of(paymentStatusOfWord(known->status)),
                                                      Formats::yen(known->total()))
                                    : Words::neverRead();
        m_chooser->addItem(tr("%1　%2").arg(facts.payment.gatewayOrderId, state), facts.payment.id.value);
    }
    if (const PaymentFacts *current = m_model.current()) {
        m_chooser->setCurrentIndex(m_chooser->findData(current->payment.id.value));
    }
}

} // namespace kessai
