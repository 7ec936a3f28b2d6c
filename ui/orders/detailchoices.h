#pragma once

#include "core/domain/paymentmethod.h"
#include "ui/orders/choicebutton.h"

namespace kessai::detailchoices {

/// What 詳細検索 offers to choose from.

/// The eight of GMO, and all others as one.
QList<PaymentMethod> methods();
/// The 47 as addresses have them, so in no other language.
const QStringList &prefectures();
/// Names by their places.
QList<ChoiceButton::Choice> of(const QStringList &names);

} // namespace kessai::detailchoices
