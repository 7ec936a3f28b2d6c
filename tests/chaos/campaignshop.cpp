#include "tests/chaos/campaignshop.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Long enough for a machine that is busy: after T_SENDWIN + T_SETTLE a request may take effect no more.
const QStringList Times{u"timing.connectMs=1000"_s,    u"timing.deadlineMs=1000"_s,
                        u"timing.sendWindowMs=1500"_s, u"timing.settleMs=2500"_s,
                        u"timing.gapMs=250"_s,         u"timing.pollMs=100,300"_s,
                        u"timing.busyMs=30,60,120"_s};

} // namespace

QStringList gatewayWords(CampaignDice &dice, quint32 seed, bool isTls)
{
    QStringList words{u"--seed"_s, QString::number(seed)};
    if (isTls) {
        words.append(u"--tls"_s);
    }
    if (dice.chance(0.5)) {
        words.append(u"--keep-alive"_s);
    }
    // The wallet's final word: at once, soon, or only when days have passed.
    words += {u"--wallet-seconds"_s, QString::number(dice.oneOf(QList<int>{0, 1, 4, 40'000}))};
    if (dice.chance(0.2)) {
        words.append(u"--docomo-from-noon"_s);
    }
    return words;
}

QList<SampleOrder> openShop(ShopFixture &shop, CampaignDice &dice, const QString &database, int orderCount)
{
    QStringList words;
    for (const QString &time : Times) {
        words += {u"--set"_s, time};
    }
    words += {u"--set"_s, u"bulk.parallel=%1"_s.arg(dice.between(1, 8)), u"--set"_s,
              u"bulk.breaker=%1"_s.arg(dice.between(3, 8))};
    if (!database.isEmpty()) {
        words += {u"--database"_s, database};
    }
    const QString certificate = shop.gateway().value(u"certificate"_s).toString();
    if (!certificate.isEmpty()) {
        words += {u"--ca-file"_s, certificate};
    }
    const ProgramAnswer done = shop.setUp(words);
    if (done.status != 0) {
        qFatal("setup: %s", done.err.constData());
    }
    QList<SampleOrder> orders = dice.orders(orderCount);
    shop.addOrders(orders);
    return orders;
}

} // namespace kessai
