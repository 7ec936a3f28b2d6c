#pragma once

#include "core/domain/payment.h"
#include "ui/payments/panelrow.h"

#include <QList>

namespace kessai {

/// The gateway's names and values of a payment, as PaymentRepository::numbersOf() gives them.
using PaymentNumbers = QList<std::pair<QString, QString>>;

/// The rows that only the payment's method has (S50–S55), in the words that staff know; what is not known yet
/// is "—".
QList<PanelRow> methodRows(const Payment &payment, const PaymentNumbers &numbers);

/// ローソン of CvsCode, of the old scheme of codes and of the present one (protocol.md §2); the code itself
/// where it is none of them.
QString storeName(const QString &cvsCode);
/// キャリア請求 of AuPayMethod 01 (protocol.md §2); the code itself where it is unknown.
QString auPayMethodName(const QString &code);
/// 一括払い, 分割3回払い … of Method and PayTimes (S52).
QString payMethodName(const QString &methodCode, const QString &payTimes);

} // namespace kessai
