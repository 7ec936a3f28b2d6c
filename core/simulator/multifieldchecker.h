#pragma once

#include "core/simulator/callcontext.h"
#include "core/simulator/fieldchecker.h"

namespace kessai::simulator {

/// How a text has to look.
enum class TextForm { Plain, Phone, Hours, Mail };

/// One text field of a request. The suffixes differ from field to field in GMO's list.
struct TextRule
{
    QString name;
    QString number; ///< `M01010`
    bool isNeeded = false;
    int longestBytes = 0; ///< 0: the protocol names none
    QString tooLong{};    ///< `012` counts bytes, `005` characters; both are held to bytes here
    QString malformed{};
    TextForm form = TextForm::Plain;
};

/// The most common rule: up to so many bytes (012), no characters that would break the reply (013).
TextRule plainText(const QString &name, const QString &number, int longestBytes, bool isNeeded = false);

/// The checks of the calls for other pay types, whose codes begin with M01. As with the calls for cards all
/// bad fields are told at once; whether the transaction exists is told last, as recorded for
/// SearchTradeMulti.
class MultiFieldChecker : private FieldChecker
{
public:
    explicit MultiFieldChecker(const FormFields &fields) : FieldChecker(fields) {}

    using FieldChecker::add;
    using FieldChecker::errors;
    using FieldChecker::flag;
    using FieldChecker::ok;
    using FieldChecker::required;

    /// ShopID and ShopPass: form, then whether the pair is right. True when it is.
    bool shop(const GatewayContract &contract);
    void handle();
    void orderId();
    /// AUTH or CAPTURE.
    std::optional<MultiStatus> jobCd();
    /// Digits, up to `longest`; 0 when absent, which is an error only where it is needed.
    Yen yen(const QString &name, const QString &number, int longest, bool isNeeded);
    /// Amount and Tax with the digits and, as a total, within the limits of the pay type.
    void amountAndTax(PayType payType);
    /// Digits, up to `longest`, and a value in between.
    void range(const QString &name, const QString &number, int longest, qint64 from, qint64 to);
    void text(const TextRule &rule);
    void texts(const QList<TextRule> &rules);
    /// ClientField1 to 3 and ClientFieldFlag.
    void clientFields();
};

} // namespace kessai::simulator
