#pragma once

#include "app/cli/commandline.h"
#include "app/cli/commandresult.h"
#include "core/services/shopcontext.h"

namespace kessai::cli {

/// ORDER… or --from-file FILE as order numbers, each once, in the order given. The error is a sentence.
/// @param words the ORDER arguments
Result<QStringList, QString> orderNumbersOf(const CommandLine &line, const QStringList &words);

/// Our ids of these order numbers. Unknown ones: Usage, and all of them are named.
/// @param gatewayOrderId --payment; picks among orders that share a number
Result<QList<OrderId>, CommandResult> findOrders(ShopContext &context, const QStringList &orderNumbers,
                                                 const QString &gatewayOrderId = {});

/// --payment must name a payment of the one order that is asked for; else Usage.
Result<Nothing, CommandResult> checkPaymentOption(ShopContext &context, const CommandLine &line,
                                                  const QList<OrderId> &orders);

} // namespace kessai::cli
