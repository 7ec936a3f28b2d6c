#pragma once

#include "ui/payments/paymentpanelmodel.h"

namespace kessai {

/// What the dialog before a money command says. Pure text, made from the same verdict that the service keeps.
struct ConfirmContent
{
    QString title;
    QString question;                         ///< ¥3,200 を売上確定しますか
    QList<std::pair<QString, QString>> lines; ///< caption and value: order, person, amount …
    QString consequence;                      ///< what follows, and until when it can be undone
    QString statement;                        ///< what the customer is charged in the end; may be ""
    QString verb;                             ///< the money button: ¥3,200 を売上確定する
    ConfirmedScreen seen;                     ///< the verb's amount, the payment's state and the word
    std::optional<OrderStatus> thenStatus;    ///< S64, S66: offered; none: no tick box
    QString thenLabel;
    QString thenProblem; ///< why the tick box is off; "" when it is on

    /// Whether a person would read the same about the money.
    [[nodiscard]] bool saysTheSame(const ConfirmContent &other) const
    {
        return lines == other.lines && verb == other.verb && consequence == other.consequence;
    }
};

/// @param cancelWord what a person asked for after a refusal; "" as the rules say
ConfirmContent confirmContentOf(const PaymentPanelModel &model, PanelCommand command,
                                const QString &cancelWord = {});

/// One sentence about what the customer is charged after a cancel.
/// @param cancelWord of a card: VOID, RETURN, RETURNX
QString statementSentence(PaymentMethod method, const QString &cancelWord, bool authorizedOnly);
/// 取消, 返品, 月跨ぎ返品.
QString cancelWordName(const QString &cancelWord);

} // namespace kessai
