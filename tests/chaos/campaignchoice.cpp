#include "tests/chaos/campaignchoice.h"

#include "tests/simulator/rawclient.h"

#include <QJsonDocument>
#include <QSet>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QStringList Verbs{u"capture"_s,     u"capture"_s,       u"capture"_s,
                        u"cancel"_s,      u"cancel"_s,        u"reauthorize"_s,
                        u"reauthorize"_s, u"change-amount"_s, u"change-amount"_s};

/// The states of a payment at the gateway in which a command has work.
/// @param payType card 0; store 3, bank 4; carriers; wallet 18
QStringList statesFor(const QString &verb, int payType)
{
    const bool isCard = payType == 0;
    const bool isCash = payType == 3 || payType == 4;
    if (isCash) {
        return verb == u"cancel"_s ? QStringList{u"REQSUCCESS"_s} : QStringList();
    }
    if (verb == u"capture"_s) {
        return {u"AUTH"_s};
    }
    if (verb == u"reauthorize"_s) {
        return isCard ? QStringList{u"VOID"_s, u"RETURN"_s, u"RETURNX"_s} : QStringList();
    }
    const bool hasIt = verb == u"cancel"_s || isCard || payType == 18;
    return hasIt ? QStringList{u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s} : QStringList();
}

/// These orders are ticked in the list of all.
QString ticking(const QStringList &numbers)
{
    return u"press ordersAction;press tickListAction;write tickListText %1;press tickListed;"_s.arg(
        numbers.join(u','));
}

/// While a run goes on: it is paused, gone on with, stopped, or left alone; sometimes the window closes under
/// it.
QString controls(CampaignDice &dice)
{
    const auto wait = [&dice](int longestMs) {
        return u"wait %1;"_s.arg(dice.chance(0.3) ? 0 : dice.between(1, longestMs));
    };
    QString steps = wait(800);
    if (dice.chance(0.7)) {
        steps += u"try pauseRun;"_s + wait(400);
        steps += dice.chance(0.7) ? u"try resumeRun;"_s + wait(800) : QString();
    }
    steps += dice.chance(0.35) ? u"try stopRun;"_s + wait(300) : QString();
    return steps;
}

} // namespace

/// The orders whose payments have one of these states at the gateway, and a few that have not.
QStringList CampaignChoice::numbersFor(CampaignDice &dice, const QString &verb) const
{
    const QString control = m_shop.gateway().value(u"control"_s).toString();
    const QJsonObject answer = QJsonDocument::fromJson(get(control, u"transactions"_s).body).object();
    const QJsonArray transactions = answer.value(u"transactions"_s).toArray();
    QSet<QString> fitting;
    for (const auto &transaction : transactions) {
        const int payType = transaction[u"payType"_s].toString().toInt();
        if (statesFor(verb, payType).contains(transaction[u"status"_s].toString())) {
            fitting.insert(transaction[u"orderId"_s].toString().section(u'-', 0, 0));
        }
    }
    QStringList numbers;
    for (const QString &number : dice.someOf(m_count)) {
        if (fitting.contains(number) || dice.chance(0.05)) {
            numbers.append(number);
        }
    }
    return numbers.isEmpty() ? dice.someOf(m_count) : numbers;
}

QStringList CampaignChoice::operation(CampaignDice &dice, int &expected) const
{
    const QString verb = dice.oneOf(Verbs);
    QStringList numbers = numbersFor(dice, verb);
    if (verb == u"change-amount"_s || dice.chance(0.15)) {
        numbers = numbers.mid(0, 1);
    }
    expected = int(numbers.size());
    QStringList words{verb, u"--yes"_s};
    if (verb == u"capture"_s && dice.chance(0.85)) {
        words.append(u"--keep-gateway-amount"_s);
    } else if (verb == u"reauthorize"_s && dice.chance(0.3)) {
        words += {u"--job"_s, u"CAPTURE"_s};
    }
    return words + numbers;
}

/// At the window: settle only, go on with a run that waits, or begin one.
QString CampaignChoice::hands(CampaignDice &dice, int &expected) const
{
    if (dice.chance(0.1)) {
        return u"wait 1500"_s;
    }
    if (dice.chance(0.5) && !runsIn(u"paused"_s).isEmpty()) {
        expected = m_count / 2;
        return u"press runStatusOpen;press resumeRun;"_s + controls(dice);
    }
    if (dice.chance(0.2)) {
        return handsOfNoMoney(dice);
    }
    const QString verb = dice.oneOf<QString>({u"capture"_s, u"cancel"_s, u"reauthorize"_s});
    const QStringList numbers = numbersFor(dice, verb);
    expected = int(numbers.size());
    const QString command = verb == u"capture"_s  ? u"bulkCaptureAction"_s
                            : verb == u"cancel"_s ? u"bulkCancelAction"_s
                                                  : u"bulkReauthorizeAction"_s;
    const QString keep = verb == u"capture"_s && dice.chance(0.85) ? u"try keepGatewayAmount;"_s : QString();
    return ticking(numbers) + u"press %1;%2press startRun;"_s.arg(command, keep) + controls(dice);
}

/// 状態一括確認, or 対応状況 of some orders.
QString CampaignChoice::handsOfNoMoney(CampaignDice &dice) const
{
    const QString what = dice.chance(0.5) ? u"press bulkRefreshAction;"_s
                                          : u"press bulkStatus_%1;try statusConfirm;try statusCancel;"_s.arg(
                                                dice.oneOf(QList<int>{3, 4, 6}));
    return ticking(dice.someOf(m_count)) + what + controls(dice);
}

QStringList CampaignChoice::runsIn(const QString &state) const
{
    QStringList ids;
    const QJsonArray runs = m_shop.json({u"runs"_s}).json().value(u"runs"_s).toArray();
    for (const auto &run : runs) {
        if (run[u"state"_s].toString() == state) {
            ids.append(run[u"id"_s].toString());
        }
    }
    return ids;
}

CampaignCall CampaignChoice::call(CampaignDice &dice, bool mayBeWindow, int &expected) const
{
    CampaignCall call;
    expected = m_count / 2;
    const int what = dice.below(14);
    if (what < 7) {
        call.words = operation(dice, expected);
    } else if (what < 9) {
        const QStringList paused = runsIn(u"paused"_s);
        call.words = paused.isEmpty()
                         ? operation(dice, expected)
                         : QStringList{u"run"_s, dice.oneOf<QString>(paused), u"resume"_s, u"--yes"_s};
    } else if (what < 12 && mayBeWindow) {
        call.hands = hands(dice, expected);
    } else if (what == 12) {
        call.words = QStringList{dice.chance(0.5) ? u"refresh"_s : u"sweep"_s} + dice.someOf(m_count);
    } else {
        call.words = {u"settle"_s, u"--wait"_s, QString::number(dice.below(3))};
    }
    call.fate = dice.fate(expected * BytesOfRequest);
    if (call.isWindow()) {
        call.fate.afterMs *= 5; // it takes a while to open, and a person's hands are slow
        if (call.fate.kind == CampaignFate::Kind::KillPoint) {
            call.fate.kind = CampaignFate::Kind::Killed; // the program that is installed has no such points
        }
    }
    return call;
}

} // namespace kessai
