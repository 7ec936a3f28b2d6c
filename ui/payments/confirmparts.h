#pragma once

#include "ui/payments/confirmcontent.h"

// How the content of a question is put together: in confirmcontent.cpp what all methods have in common, in
// confirmcard.cpp what is said of cards, in confirmmethods.cpp what is said of the others.

namespace kessai::confirmparts {

void addCardCapture(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict);
void addCardCancel(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict);
void addCardChange(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict);
void addReauthorize(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict);

void addCapture(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict);
void addCancel(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict);
void addChange(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict);

/// ¥3,200 を売上確定しますか, and the button's words.
void askForCapture(ConfirmContent &content, Yen amount, bool keepsOldAmount);
/// ¥3,200 を返品しますか, and the button's words; without the amount where it is not known.
void askForCancel(ConfirmContent &content, const QString &word);
void askForChange(ConfirmContent &content, Yen wanted);
/// ¥3,200 → ¥2,700
QString changeText(const PaymentPanelModel &model, Yen wanted);
/// The last day on which the payment could be cancelled if it came into this state now; "" it cannot be.
QString cancelUntil(const PaymentPanelModel &model, const QString &status);

} // namespace kessai::confirmparts
