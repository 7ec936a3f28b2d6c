#include "tests/chaos/campaignround.h"

#include "tests/chaos/campaignjudge.h"
#include "tests/chaos/campaignlook.h"
#include "tests/chaos/campaignrest.h"
#include "tests/chaos/campaignshop.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QJsonObject objectOf(const QMap<QString, qint64> &counts)
{
    QJsonObject object;
    for (const auto &[name, count] : counts.asKeyValueRange()) {
        object.insert(name, count);
    }
    return object;
}

class Story
{
public:
    explicit Story(const CampaignRound &round)
        : m_seed(round.seed)
        , m_isSqlite(round.database.isEmpty())
        , m_dice(round.seed)
        , m_count(m_dice.between(12, 40))
        , m_isTls(m_dice.chance(0.25))
        , m_shop(u"../tests/kessai-with-seams"_s, gatewayWords(m_dice, m_seed, m_isTls))
        , m_programs(m_shop, round.database, round.switchedOff)
        , m_choice(m_shop, m_count)
    {
        const QList<SampleOrder> orders = openShop(m_shop, m_dice, round.database, m_count);
        m_before = transactionsAt(m_shop);
        std::copy_if(orders.begin(), orders.end(), std::back_inserter(m_onPage),
                     [](const SampleOrder &order) {
                         return order.status == u"AUTHPROCESS"_s || order.status == u"PAYSTART"_s;
                     });
        if (m_dice.chance(0.7)) { // the rest of the stories knows strict answers only
            for (int touched = m_dice.between(1, 1 + m_count / 8); touched > 0; --touched) {
                m_touchedOrders.append(m_dice.oneOf(orders));
            }
        }
    }

    QStringList play()
    {
        const int steps = m_dice.between(12, 18);
        for (int step = 0; step < steps; ++step) {
            CampaignDice dice = m_dice.child();
            take(dice);
        }
        m_facts = lookAt(m_shop, rest(), m_before);
        m_facts.longestDelayMs = LongestDelayMs;
        return m_broken + m_programs.problems() + judged(m_facts);
    }

    QJsonObject counts() const
    {
        QJsonObject counts = objectOf(m_facts.counts);
        QJsonObject faults = objectOf(m_facts.faults);
        faults.insert(u"clock"_s, m_clockSteps);
        counts.insert(u"faults"_s, faults);
        counts.insert(u"effectsByCall"_s, objectOf(m_facts.effectsByCall));
        counts.insert(u"kills"_s, objectOf(m_programs.signalsSent()));
        counts.insert(u"programs"_s, objectOf(m_started));
        counts.insert(u"pressed"_s, objectOf(m_programs.presses()));
        return counts;
    }

    /// The whole of it, to be looked at.
    void keep(const QString &folder)
    {
        writeTranscript();
        QDir(folder).removeRecursively();
        QProcess::execute(u"cp"_s, {u"-r"_s, m_shop.file({}), folder});
    }

private:
    /// One or, where there are several seats, two programs at once, with faults and the console beside them.
    void take(CampaignDice &dice)
    {
        const int seats = m_isSqlite ? 1 : dice.between(1, 2);
        QList<CampaignCall> calls;
        int expected = 0;
        for (int seat = 0; seat < seats; ++seat) {
            int more = 0;
            const bool hasWindow = seat == 1 && calls.first().isWindow();
            calls.append(m_choice.call(dice, !hasWindow, more));
            if (seat == 1 && !hasWindow && dice.chance(0.4)) { // both want the same
                calls[1].words = calls[0].words;
            }
            expected += more;
        }
        planFaults(dice.faults(expected, m_isTls));
        if (dice.chance(0.2)) {
            m_shop.post(u"clock"_s, QJsonObject{{u"advanceSeconds"_s, 86400 * dice.between(1, 4)}});
            ++m_clockSteps;
        }
        QList<CampaignMoment> moments;
        if (!m_touchedOrders.isEmpty() && dice.chance(0.5)) {
            for (int times = dice.between(1, 3); times > 0; --times) {
                moments.append(momentOf(dice, expected, dice.actElsewhere(dice.oneOf(m_touchedOrders))));
            }
        }
        if (!m_onPage.isEmpty() && dice.chance(0.4)) { // a shopper pays there
            const SampleOrder order = m_onPage.takeFirst();
            moments.append(momentOf(
                dice, expected,
                {u"shopper"_s,
                 {{u"does"_s, u"pay"_s}, {u"orderId"_s, ShopFixture::gatewayOrderId(order.number)}}}));
        }
        m_programs.run(calls, moments);
        for (const CampaignCall &made : calls) {
            tell(made);
        }
    }

    void planFaults(const QJsonArray &faults)
    {
        m_shop.post(u"faults"_s, QJsonArray{}); // what did not strike would meet with the new ones
        if (!faults.isEmpty()) {
            const QJsonObject answer = m_shop.post(u"faults"_s, faults);
            if (answer.contains(u"error"_s)) {
                m_broken.append(u"the plan of faults: "_s + answer.value(u"error"_s).toString());
            }
        }
        m_transcript += "faults " + QJsonDocument(faults).toJson(QJsonDocument::Compact) + '\n';
    }

    CampaignMoment momentOf(CampaignDice &dice, int expected, const CampaignAct &act)
    {
        const qint64 bytes = dice.below(int(2 * expected * BytesOfRequest));
        return {bytes, [this, act] {
                    m_shop.post(act.path, act.body);
                    m_transcript += act.path.toUtf8() + ' ' +
                                    QJsonDocument(act.body).toJson(QJsonDocument::Compact) + '\n';
                }};
    }

    void tell(const CampaignCall &made)
    {
        const QString what = made.isWindow() ? u"kessai-desk "_s + made.hands : made.words.join(u' ');
        const QByteArray said = made.isWindow()
                                    ? made.answer.out
                                    : QJsonDocument(made.answer.json()).toJson(QJsonDocument::Compact);
        m_transcript += "$ " + what.toUtf8() + "\n-> " + QByteArray::number(made.answer.status) +
                        (made.endedByUs ? " killed" : "") + " fate " +
                        QByteArray::number(int(made.fate.kind)) + '\n' + made.answer.err + said + '\n';
        ++m_started[made.isWindow() ? u"kessai-desk"_s : u"kessai"_s];
    }

    ProgramAnswer say(const QStringList &words)
    {
        QList<CampaignCall> calls{{words, {}}};
        m_programs.run(calls);
        tell(calls.first());
        return calls.first().answer;
    }

    CampaignSaid rest()
    {
        m_shop.post(u"faults"_s, QJsonArray{});
        m_transcript += "rest\n";
        CampaignRest rest(m_shop, m_count, [this](const QStringList &words) { return say(words); });
        const CampaignSaid said = rest.come();
        m_broken += rest.broken();
        return said;
    }

    void writeTranscript()
    {
        QFile file(m_shop.file(u"story.txt"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_transcript) != m_transcript.size()) {
            qWarning("the story cannot be written");
        }
    }

    quint32 m_seed;
    bool m_isSqlite;
    CampaignDice m_dice;
    int m_count;
    bool m_isTls;
    ShopFixture m_shop;
    CampaignPrograms m_programs;
    CampaignChoice m_choice;
    QJsonArray m_before;                ///< the gateway's transactions at the beginning
    QList<SampleOrder> m_touchedOrders; ///< somebody else works at them, too
    QList<SampleOrder> m_onPage;        ///< their shoppers are on the carrier's page
    qint64 m_clockSteps = 0;
    QStringList m_broken;
    QByteArray m_transcript;
    QMap<QString, qint64> m_started; ///< programs
    CampaignFacts m_facts;
};

} // namespace

QJsonObject CampaignRound::play() const
{
    Story story(*this);
    const QStringList broken = story.play();
    QJsonObject result = story.counts();
    result.insert(u"seed"_s, qint64(seed));
    result.insert(u"broken"_s, QJsonArray::fromStringList(broken));
    if (!broken.isEmpty()) {
        const QString folder = u"%1/chaos-campaign-%2-%3"_s.arg(
            keepIn, database.isEmpty() ? u"sqlite"_s : u"postgresql"_s, QString::number(seed));
        story.keep(folder);
        result.insert(u"folder"_s, folder);
    }
    return result;
}

} // namespace kessai
