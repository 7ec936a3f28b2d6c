#pragma once

#include "ui/payments/orderfacts.h"

#include <QCoreApplication>

namespace kessai {

enum class PanelState { Idle, Confirming, Waiting, Done, InDoubt, Conflict };

enum class PanelCommand { Capture, CaptureOldAmount, Cancel, Change, Reauthorize, Refresh };

struct PanelButton
{
    PanelCommand command = PanelCommand::Capture;
    QString label;
    bool visible = true;
    bool enabled = false;
    bool next = false; ///< the step that comes next by itself
    QString reason;    ///< why it is off, for beneath the button; "" when it is on
    QString note{};    ///< what else is to be known before it is pressed; mostly ""

    bool operator==(const PanelButton &) const = default;
};

struct PanelBanner
{
    enum class Action { None, CheckNow, Resolve, CancelOtherwise };
    QString key;
    Meaning meaning = Meaning::Accent;
    QString text;
    Action action = Action::None;
    QString cancelWord{}; ///< CancelOtherwise: the word that is offered

    bool operator==(const PanelBanner &) const = default;
};

/// Turns an order, its payments and what stands on them into what the panel shows. Holds no widget and asks
/// nobody.
class PaymentPanelModel
{
    Q_DECLARE_TR_FUNCTIONS(PaymentPanelModel)

public:
    /// What the panel itself is about.
    enum class Activity { None, Confirming, Waiting, Finished };

    void setFacts(const OrderFacts &facts);
    /// Judges anew: days and the midnight guard pass while nothing else happens.
    /// @returns whether a verdict or the day changed
    bool setGatewayNow(const QDateTime &now);
    /// Names one payment where the order has several; a name that is gone is forgotten.
    void choose(std::optional<PaymentId> payment) { m_chosen = payment; }
    void setActivity(Activity activity) { m_activity = activity; }
    /// How the last command ended: one more banner.
    /// @param otherCancelWord offered after the gateway refused the word of the rules; "" none
    void setOutcome(Meaning meaning, const QString &text, const QString &otherCancelWord = {});
    /// Said in the place of an outcome: that nothing was sent or written.
    void setNotice(const QString &text, Meaning meaning = Meaning::NeedsWork);
    void clearOutcome() { m_outcome.reset(); }

    [[nodiscard]] const OrderFacts &facts() const { return m_facts; }
    /// The payment that commands act on; none when not linked.
    [[nodiscard]] const PaymentFacts *current() const;
    [[nodiscard]] bool ambiguous() const;
    [[nodiscard]] bool visible() const { return isGatewayMethod(m_facts.order.method); }
    [[nodiscard]] PanelState state() const;
    [[nodiscard]] QList<PanelRow> rows() const;
    [[nodiscard]] QList<PanelButton> buttons() const;
    [[nodiscard]] QList<PanelBanner> banners() const;
    /// What would be sent now.
    /// @param cancelWord instead of the word of the rules; "" as these say
    [[nodiscard]] OperationVerdict verdict(PanelCommand command, const QString &cancelWord = {}) const;
    [[nodiscard]] QDate today() const;
    [[nodiscard]] std::optional<Yen> difference() const;
    /// 決済種別 of the payment that commands act on, else of the order.
    [[nodiscard]] PaymentMethod method() const;
    /// Until when something can be done with the payment (S84); none while a finding contradicts the belief.
    struct Term
    {
        QString key; ///< of its row
        QString caption;
        Deadline last;
        QDate from;                ///< counted from; invalid: not known
        bool lapsingHurts = false; ///< money is lost or a buyer left behind when it passes
    };
    [[nodiscard]] QList<Term> terms() const;
    /// What the live operation asked for and what the gateway last showed: what a person judges by.
    [[nodiscard]] QString lastSeenText() const;
    /// The shop has cancelled the order, or its goods came back: what is left to do is the cancel (S68).
    [[nodiscard]] bool orderIsOff() const;
    /// Why the link cannot be taken off now; "" when it can.
    [[nodiscard]] QString unlinkProblem() const;

private:
    [[nodiscard]] PaymentSituation situation() const;
    [[nodiscard]] bool otherPaymentHeld(PaymentId id) const;
    [[nodiscard]] bool isTroubled() const;
    [[nodiscard]] bool cancelIsOver() const;
    [[nodiscard]] PanelButton buttonOf(PanelCommand command) const;
    [[nodiscard]] QString labelOf(PanelCommand command) const;
    [[nodiscard]] QString busyReason() const;
    void addMoneyRows(QList<PanelRow> &rows, const Payment &payment) const;
    void addTermRows(QList<PanelRow> &rows) const;
    [[nodiscard]] QString findingText(const Finding &finding) const;
    void addTroubleBanners(QList<PanelBanner> &banners) const;
    void addMoneyBanners(QList<PanelBanner> &banners, const Payment &payment) const;
    void addCaptureBanner(QList<PanelBanner> &banners) const;
    void addCashBanner(QList<PanelBanner> &banners, const Payment &payment) const;
    [[nodiscard]] QString differenceText(const Payment &payment) const;
    [[nodiscard]] QString differenceAdvice(const Payment &payment) const;
    [[nodiscard]] QString uncancelledText(const QString &word) const;
    [[nodiscard]] QString reasonOf(const OperationVerdict &verdict) const;

    OrderFacts m_facts;
    std::optional<PaymentId> m_chosen;
    Activity m_activity = Activity::None;
    std::optional<PanelBanner> m_outcome;
    bool m_outcomeHasFacts = false; ///< read after it
};

} // namespace kessai
