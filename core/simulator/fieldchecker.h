#pragma once

#include "core/base/yen.h"
#include "core/simulator/cardtransaction.h"
#include "core/simulator/formcodec.h"

#include <optional>

namespace kessai::simulator {

/// Looks at the fields of one request and gathers every error in the order of the looks (protocol.md §1.4).
/// The name of a check is the field; the first six characters of its codes are the field's number in GMO's
/// list.
class FieldChecker
{
public:
    explicit FieldChecker(const FormFields &fields);

    [[nodiscard]] bool ok() const { return m_errors.isEmpty(); }
    [[nodiscard]] const QStringList &errors() const { return m_errors; }
    void add(const QString &errorInfo) { m_errors.append(errorInfo); }

    /// Up to 27 letters, digits and hyphens.
    void orderId();
    /// 32 lower-case hex digits: AccessID `E0109`, AccessPass `E0110`, MD `E0135`.
    void handlePart(const QString &name, const QString &number);
    /// Present, or `…001`.
    void required(const QString &name, const QString &number);

    /// A word of `allowed`; another word of the protocol is E01050004, anything else E01050002.
    std::optional<CardStatus> jobCd(const QList<CardStatus> &allowed);

    /// Amount, up to 8 digits, from 1 yen; required or not. Nothing also when it is absent.
    std::optional<Yen> amount(bool needed);
    /// Tax, up to 7 digits; 0 when absent.
    Yen tax();
    /// Amount + Tax of more than 7 digits is E01490005.
    void total(std::optional<Yen> amount, Yen tax);

    /// Method 1 to 5, and PayTimes for 2 and 4.
    void methodAndPayTimes();
    /// A flag of 0 or 1, if present.
    void flag(const QString &name, const QString &errorInfo);
    /// Seven digits, if present.
    void itemCode();
    /// Digits, up to `longest` (005, 006); nothing also when the field is absent.
    std::optional<Yen> number(const QString &name, const QString &number, int longest);
    /// ClientField1 to 3: up to 100 bytes, no characters that would break the reply.
    void clientFields();

protected:
    [[nodiscard]] const FormFields &fields() const { return m_fields; }
    /// Up to 100 bytes (012), no characters that would break the reply (013).
    void clientField(const QString &name, const QString &number);

private:
    const FormFields &m_fields;
    QStringList m_errors;
};

bool isDigits(const QString &text);
/// Letters, digits and hyphens.
bool isOrderId(const QString &text);
/// No control characters and none of & < > " '.
bool isPlainText(const QString &text);

} // namespace kessai::simulator
