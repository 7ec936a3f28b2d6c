#include "core/simulator/carrierrules.h"
#include "core/simulator/cashrules.h"
#include "core/simulator/rakutenidrules.h"
#include "tests/domain/gatewaylife.h"

namespace kessai {

using namespace Qt::StringLiterals;
using namespace simulator;

void GatewayLife::stepOfCard()
{
    auto &card = std::get<CardTransaction>(m_transaction);
    const auto job =
        oneOf<CardStatus>({CardStatus::Sales, CardStatus::Sales, CardStatus::Void, CardStatus::Return,
                           CardStatus::Returnx, CardStatus::Auth, CardStatus::Capture});
    const bool authorises = job == CardStatus::Auth || job == CardStatus::Capture;
    const Yen amount = authorises ? card.amount + Yen{m_random.bounded(500)} : card.amount;
    const CardJob asked{job, amount, card.tax, u"1"_s, {}};
    if (authorises && m_random.bounded(2)) {
        cardrules::change(card, asked, m_now, m_rules, m_numbers);
    } else {
        cardrules::alter(card, asked, m_now, m_rules, m_numbers);
    }
}

void GatewayLife::stepOfCash()
{
    auto &multi = std::get<MultiTransaction>(m_transaction);
    switch (m_random.bounded(8)) {
    case 0:
        cashrules::pay(multi, m_now);
        break;
    case 1:
        cashrules::refuse(multi, m_now);
        break;
    case 2:
        cashrules::cancel(multi, m_now);
        break;
    case 3:
        cashrules::useTerminal(multi, true);
        break;
    default: // it waits
        break;
    }
}

void GatewayLife::stepOfCarrier()
{
    auto &multi = std::get<MultiTransaction>(m_transaction);
    switch (m_random.bounded(6)) {
    case 0:
    case 1:
        carrierrules::sell(multi, multi.total(), m_now);
        break;
    case 2:
        carrierrules::cancel(multi, multi.amount, multi.tax, m_now, {});
        break;
    case 3:
        carrierrules::cancel(multi, Yen{1 + m_random.bounded(400)}, Yen{0}, m_now, {});
        break;
    case 4:
        if (multi.payType == PayType::Docomo) {
            carrierrules::increase(multi, Yen{100}, Yen{0}, m_now, {});
        }
        break;
    default:
        break;
    }
}

void GatewayLife::stepOfWallet()
{
    auto &multi = std::get<MultiTransaction>(m_transaction);
    const int wish = m_random.bounded(4);
    if (wish < 2) {
        rakutenidrules::requestSale(multi, m_now, {});
    } else if (wish == 2) {
        rakutenidrules::requestChange(multi, multi.amount + Yen{100}, multi.tax, m_now, {});
    } else {
        rakutenidrules::requestCancel(multi, m_now, {});
    }
    const int end = m_random.bounded(5);
    if (end > 0) { // else it waits for the wallet
        m_now = m_now.addSecs(m_random.bounded(3'600));
        end == 1 ? rakutenidrules::refuse(multi, m_now) : rakutenidrules::finish(multi, std::nullopt, m_now);
    }
}

} // namespace kessai
