#include "core/domain/paymentstatus.h"

#include <algorithm>
#include <array>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct StatusWord
{
    QLatin1StringView word;
    PaymentStatus status;
};

// protocol.md §3.1. AUTHENTICATED and AUTHPROCESS are steps on the way to a payment: nothing is settled yet.
constexpr std::array StatusWords = {
    StatusWord{"UNPROCESSED"_L1, PaymentStatus::Unsettled},
    StatusWord{"AUTHENTICATED"_L1, PaymentStatus::Unsettled},
    StatusWord{"AUTHPROCESS"_L1, PaymentStatus::Unsettled},
    StatusWord{"REQSUCCESS"_L1, PaymentStatus::RequestSucceeded},
    StatusWord{"PAYSUCCESS"_L1, PaymentStatus::Paid},
    StatusWord{"EXPIRED"_L1, PaymentStatus::Expired},
    StatusWord{"CANCEL"_L1, PaymentStatus::Cancelled},
    StatusWord{"AUTH"_L1, PaymentStatus::Authorized},
    StatusWord{"SALES"_L1, PaymentStatus::Captured},
    StatusWord{"CAPTURE"_L1, PaymentStatus::ImmediatelyCaptured},
    StatusWord{"VOID"_L1, PaymentStatus::Voided},
    StatusWord{"RETURN"_L1, PaymentStatus::Returned},
    StatusWord{"RETURNX"_L1, PaymentStatus::ReturnedInLaterMonth},
    StatusWord{"SAUTH"_L1, PaymentStatus::SimplyAuthorized},
    StatusWord{"CHECK"_L1, PaymentStatus::Checked},
    StatusWord{"PAYSTART"_L1, PaymentStatus::PaymentStarted},
    StatusWord{"REQSALES"_L1, PaymentStatus::CaptureAccepted},
    StatusWord{"REQCANCEL"_L1, PaymentStatus::CancelAccepted},
    StatusWord{"REQCHANGE"_L1, PaymentStatus::ChangeAccepted},
    StatusWord{"PAYFAIL"_L1, PaymentStatus::Failed},
};

std::optional<PaymentStatus> statusOfKnownWord(const QString &word)
{
    const auto *found = std::find_if(StatusWords.begin(), StatusWords.end(),
                                     [&word](const StatusWord &entry) { return word == entry.word; });
    if (found == StatusWords.end()) {
        return std::nullopt;
    }
    return found->status;
}

} // namespace

const QList<PaymentStatus> &allPaymentStatuses()
{
    static const QList<PaymentStatus> statuses = {
        PaymentStatus::Unsettled,
        PaymentStatus::RequestSucceeded,
        PaymentStatus::CaptureAccepted,
        PaymentStatus::CancelAccepted,
        PaymentStatus::ChangeAccepted,
        PaymentStatus::Paid,
        PaymentStatus::PaymentStarted,
        PaymentStatus::Expired,
        PaymentStatus::Cancelled,
        PaymentStatus::Failed,
        PaymentStatus::Authorized,
        PaymentStatus::Captured,
        PaymentStatus::ImmediatelyCaptured,
        PaymentStatus::Voided,
        PaymentStatus::Returned,
        PaymentStatus::ReturnedInLaterMonth,
        PaymentStatus::SimplyAuthorized,
        PaymentStatus::Checked,
        PaymentStatus::Exception,
    };
    return statuses;
}

QString labelOf(PaymentStatus status)
{
    switch (status) {
    case PaymentStatus::Unsettled:
        return u"未決済"_s;
    case PaymentStatus::RequestSucceeded:
        return u"要求成功"_s;
    case PaymentStatus::Paid:
        return u"支払い完了"_s;
    case PaymentStatus::Expired:
        return u"期限切れ"_s;
    case PaymentStatus::Cancelled:
        return u"キャンセル"_s;
    case PaymentStatus::Authorized:
        return u"仮売上済み"_s;
    case PaymentStatus::Captured:
        return u"実売上済み"_s;
    case PaymentStatus::ImmediatelyCaptured:
        return u"即時売上済み"_s;
    case PaymentStatus::Voided:
        return u"取消済み"_s;
    case PaymentStatus::Returned:
        return u"返品済み"_s;
    case PaymentStatus::ReturnedInLaterMonth:
        return u"月跨ぎ返品済み"_s;
    case PaymentStatus::SimplyAuthorized:
        return u"簡易オーソリ済み"_s;
    case PaymentStatus::Checked:
        return u"有効性チェック済み"_s;
    case PaymentStatus::Exception:
        return u"例外エラー"_s;
    case PaymentStatus::PaymentStarted:
        return u"決済開始"_s;
    case PaymentStatus::CaptureAccepted:
        return u"注文確定受付"_s;
    case PaymentStatus::CancelAccepted:
        return u"キャンセル受付"_s;
    case PaymentStatus::ChangeAccepted:
        return u"注文金額変更受付"_s;
    case PaymentStatus::Failed:
        return u"決済失敗"_s;
    }
    return {};
}

std::optional<PaymentStatus> paymentStatusFromText(const QString &text)
{
    for (const PaymentStatus status : allPaymentStatuses()) {
        if (labelOf(status) == text) {
            return status;
        }
    }
    return statusOfKnownWord(text.toUpper());
}

std::optional<PaymentStatus> paymentStatusFromCode(int code)
{
    for (const PaymentStatus status : allPaymentStatuses()) {
        if (int(status) == code) {
            return status;
        }
    }
    return std::nullopt;
}

PaymentStatus paymentStatusOfWord(const QString &gatewayWord)
{
    return statusOfKnownWord(gatewayWord).value_or(PaymentStatus::Exception);
}

bool isClosed(const QString &gatewayWord)
{
    return isCancelledWord(gatewayWord) || gatewayWord == "EXPIRED"_L1 || gatewayWord == "PAYFAIL"_L1 ||
           gatewayWord == "UNPROCESSED"_L1;
}

bool isCancelledWord(const QString &gatewayWord)
{
    return gatewayWord == "VOID"_L1 || gatewayWord == "RETURN"_L1 || gatewayWord == "RETURNX"_L1 ||
           gatewayWord == "CANCEL"_L1;
}

bool isRequestWord(const QString &gatewayWord)
{
    return gatewayWord == "REQSALES"_L1 || gatewayWord == "REQCANCEL"_L1 || gatewayWord == "REQCHANGE"_L1;
}

} // namespace kessai
