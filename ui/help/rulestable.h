#pragma once

#include "core/domain/paymentmethod.h"

#include <QString>

namespace kessai {

/// methodRules() of one method as a table in Markdown, in the language of the window: what staff read is what
/// the program decides by.
/// @param method not PayEasyNet, which has the rules of PayEasyAtm
QString rulesTable(PaymentMethod method);

} // namespace kessai
