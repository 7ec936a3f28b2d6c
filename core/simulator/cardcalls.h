#pragma once

#include "core/simulator/calloutcome.h"
#include "core/simulator/cardrules.h"
#include "core/simulator/fieldchecker.h"
#include "core/simulator/formcodec.h"

namespace kessai::simulator {

/// Who may call, and which limits hold.
struct GatewayContract
{
    QString shopId;
    QString shopPass;
    QString siteId;
    QString sitePass;
    CardRules rules;
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

/// The calls of the gateway by their names, without `.idPass`.
namespace cardcalls {

bool knows(const QString &call);
/// Checks all fields, then the state. The call must be known.
CallOutcome run(const QString &call, const CallContext &context);

/// ShopID and ShopPass: form, then whether the pair is right. True when it is.
bool checkShop(FieldChecker &checker, const CallContext &context);
/// AccessID and AccessPass: form, then whether a transaction answers to them (E01110002), which a shop that
/// did not prove itself is not told.
const CardTransaction *checkHandle(FieldChecker &checker, const CallContext &context, bool mayLookUp = true);

CallOutcome refused(const QStringList &errors, const CallContext &context, const QString &orderId = {});
CallOutcome done(const CardTransaction &changed, const TransactionNumbers &numbers);
/// Method and PayTimes as the gateway keeps them: PayTimes only where the method has one.
QString keptPayTimes(const QString &method, const QString &payTimes);

} // namespace cardcalls
} // namespace kessai::simulator
