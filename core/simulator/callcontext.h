#pragma once

#include "core/simulator/calloutcome.h"
#include "core/simulator/cardrules.h"
#include "core/simulator/formcodec.h"

namespace kessai::simulator {

/// What the protocol leaves open about the other pay types (protocol.md §11), as the simulator was told.
struct MultiRules
{
    /// docomo takes a cancel only from 12:00 of the day after the payment, of the second one when it was
    /// after 20:00 (M01058011).
    bool docomoFromNoon = false;
    /// The wallet says its final word so many seconds after a request; without it only the control port
    /// does.
    std::optional<int> walletSeconds{};
};

/// Who may call, and which limits hold.
struct GatewayContract
{
    QString shopId;
    QString shopPass;
    QString siteId;
    QString sitePass;
    CardRules rules;
    MultiRules multiRules{};
};

/// What one call works on. The book is read only: the outcome says what shall change.
struct CallContext
{
    const TransactionBook &book;
    const GatewayContract &contract;
    const FormFields &fields;
    QDateTime now;
    /// The code for a call that arrived while another for its payment was in work (protocol.md §6.1); empty
    /// when none was.
    QString inWork{};
};

/// A call as the gateway runs it: checks all fields, then the state.
using GatewayCall = CallOutcome (*)(const CallContext &);

CallOutcome refused(const QStringList &errors, const CallContext &context, const QString &orderId = {});
CallOutcome done(const Transaction &changed, const TransactionNumbers &numbers);

/// Takes ClientField1 to 3 from an Exec call, and whether they are wanted back.
void takeClientFields(TransactionHead &transaction, const FormFields &fields);
/// Puts them at the end of a reply if they are wanted back.
void addClientFields(ReplyFields &reply, const TransactionHead &transaction);

/// MD5 over the values one after the other and the ShopPass (protocol.md §1.7). It is told of cards only;
/// that the other pay types make theirs alike is inferred.
QString checkString(const QStringList &values, const GatewayContract &contract);

} // namespace kessai::simulator
