#include "app/simulator/terminationsignal.h"
#include "core/simulator/notificationsender.h"
#include "core/simulator/simulator.h"
#include "core/simulator/simulatorclock.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace kessai;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"A local gateway for tests and practice. It moves no money."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"port"_s, u"Port of the gateway; 0 takes a free one."_s, u"N"_s, u"0"_s},
        {u"control-port"_s, u"Port of the control; 0 takes a free one."_s, u"N"_s, u"0"_s},
        {u"ledger"_s, u"The file that keeps requests and effects."_s, u"FILE"_s},
        {u"shop-id"_s, u"ShopID of the calls."_s, u"ID"_s},
        {u"shop-pass"_s, u"ShopPass of the calls."_s, u"PASS"_s},
        {u"site-id"_s, u"SiteID of the members."_s, u"ID"_s},
        {u"site-pass"_s, u"SitePass of the members."_s, u"PASS"_s},
        {u"now"_s, u"Japan time at the start, \"2020-12-03 13:21:23\"."_s, u"TIME"_s},
        {u"tls"_s, u"Speak TLS with a certificate made at the start."_s},
        {u"keep-alive"_s, u"Keep connections open after an answer."_s},
        {u"latency-ms"_s, u"Added to each answer."_s, u"N"_s, u"0"_s},
        {u"seed"_s, u"Of faults by probability and of ids."_s, u"N"_s},
        {u"capture-days"_s, u"How long an authorisation can be captured: 60 or 90."_s, u"DAYS"_s, u"90"_s},
        {u"wallet-seconds"_s, u"Rakuten ID says its final word so long after a request."_s, u"N"_s},
        {u"docomo-from-noon"_s, u"docomo takes a cancel from noon of the next day."_s},
        {u"notification-url"_s, u"Where result notifications are posted, on this machine."_s, u"URL"_s},
    });
}

int numberOf(const QCommandLineParser &parser, const QString &name, int largest, QString &wrong)
{
    bool isNumber = false;
    const int number = parser.value(name).toInt(&isNumber);
    if (!isNumber || number < 0 || number > largest) {
        wrong = u"--%1 takes a number from 0 to %2."_s.arg(name).arg(largest);
    }
    return number;
}

/// `wrong` stays empty when everything is right.
simulator::SimulatorOptions optionsOf(const QCommandLineParser &parser, QString &wrong)
{
    simulator::SimulatorOptions options;
    options.gatewayPort = quint16(numberOf(parser, u"port"_s, 65535, wrong));
    options.controlPort = quint16(numberOf(parser, u"control-port"_s, 65535, wrong));
    options.latencyMs = numberOf(parser, u"latency-ms"_s, 3'600'000, wrong);
    options.captureDays = numberOf(parser, u"capture-days"_s, 90, wrong);
    options.ledgerFile = parser.value(u"ledger"_s);
    options.tls = parser.isSet(u"tls"_s);
    options.keepAlive = parser.isSet(u"keep-alive"_s);
    for (const auto &[name, target] : {std::pair{u"shop-id"_s, &options.shopId},
                                       {u"shop-pass"_s, &options.shopPass},
                                       {u"site-id"_s, &options.siteId},
                                       {u"site-pass"_s, &options.sitePass}}) {
        *target = parser.isSet(name) ? parser.value(name) : *target;
    }
    if (parser.isSet(u"seed"_s)) {
        options.seed = quint32(numberOf(parser, u"seed"_s, 2'147'483'647, wrong));
    }
    if (parser.isSet(u"now"_s)) {
        options.now = simulator::fromClockText(parser.value(u"now"_s));
        wrong = options.now->isValid() ? wrong : u"--now is written yyyy-MM-dd HH:mm:ss."_s;
    }
    if (parser.isSet(u"wallet-seconds"_s)) {
        options.walletSeconds = numberOf(parser, u"wallet-seconds"_s, 31'536'000, wrong);
    }
    options.docomoFromNoon = parser.isSet(u"docomo-from-noon"_s);
    options.notificationUrl = parser.value(u"notification-url"_s);
    if (parser.isSet(u"notification-url"_s) && !simulator::isNotificationAddress(options.notificationUrl)) {
        wrong = simulator::NotificationAddressHint;
    }
    if (options.captureDays != 60 && options.captureDays != 90) {
        wrong = u"--capture-days is 60 or 90."_s;
    }
    return options;
}

void printReady(const simulator::Simulator &gateway)
{
    const auto quoted = [](const QString &text) {
        const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        return list.mid(1, list.size() - 2);
    };
    const QByteArray certificate =
        gateway.certificateFile().isEmpty() ? QByteArray("null") : quoted(gateway.certificateFile());
    const QByteArray line =
        "{\"gateway\":" + quoted(gateway.gatewayUrl()) + ",\"control\":" + quoted(gateway.controlUrl()) +
        ",\"shopId\":" + quoted(gateway.shopId()) + ",\"shopPass\":" + quoted(gateway.shopPass()) +
        ",\"certificate\":" + certificate + "}\n";
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

int fail(int status, const QString &sentence)
{
    std::fprintf(stderr, "gmo-simulator: %s\n", qUtf8Printable(sentence));
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::received, &application, &QCoreApplication::quit);

    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    QString wrong;
    const simulator::SimulatorOptions options = optionsOf(parser, wrong);
    if (!parser.positionalArguments().isEmpty()) {
        wrong = u"\"%1\" is not an option; see --help."_s.arg(parser.positionalArguments().first());
    }
    if (!wrong.isEmpty()) {
        return fail(2, wrong);
    }
    simulator::Simulator gateway(options);
    const auto started = gateway.start();
    if (!started) {
        return fail(1, started.error());
    }
    printReady(gateway);
    return QCoreApplication::exec();
}
