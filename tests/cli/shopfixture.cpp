#include "tests/cli/shopfixture.h"

#include "tests/simulator/rawclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

constexpr int patienceMs = 60'000;

QByteArray orderLine(const SampleOrder &order)
{
    const QString number = QString::number(order.number);
    const QString total = QString::number(order.payableYen);
    return u"%1,髙橋,花子,%2,%2,%2,%3,%4,\"2020-12-03 13:21:23\"\n"_s
        .arg(number, total, order.method, QString::number(order.orderStatus))
        .toUtf8();
}

QString payTypeOf(const QString &method)
{
    static const QHash<QString, QString> numbers{{u"コンビニ決済"_s, u"3"_s},
                                                 {u"Pay-easy決済(銀行ATM)"_s, u"4"_s},
                                                 {u"Pay-easy決済(ネットバンク)"_s, u"4"_s},
                                                 {u"auかんたん決済"_s, u"8"_s},
                                                 {u"ドコモケータイ払い"_s, u"9"_s},
                                                 {u"ソフトバンクまとめて支払い"_s, u"11"_s},
                                                 {u"楽天ペイ"_s, u"18"_s}};
    return numbers.value(method, u"0"_s);
}

QJsonObject transactionOf(const SampleOrder &order)
{
    QJsonObject transaction = order.more;
    transaction.insert(u"orderId"_s, ShopFixture::gatewayOrderId(order.number));
    transaction.insert(u"payType"_s, payTypeOf(order.method));
    transaction.insert(u"status"_s, order.status);
    transaction.insert(u"amount"_s, order.gatewayYen);
    transaction.insert(u"authorizedAt"_s, order.authorizedAt);
    if (order.method == u"Pay-easy決済(ネットバンク)"_s) {
        transaction.insert(u"netBank"_s, true);
    }
    if (!order.soldAt.isEmpty()) {
        transaction.insert(u"soldAt"_s, order.soldAt);
    }
    return transaction;
}

} // namespace

QJsonObject ProgramAnswer::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QJsonObject ProgramAnswer::item(int index) const
{
    return json().value(u"items"_s).toArray().at(index).toObject();
}

ShopFixture::ShopFixture(const QString &program, const QStringList &gatewayWords)
    : m_program(program), m_gatewayWords(gatewayWords)
{
    startGateway();
}

ShopFixture::~ShopFixture()
{
    stopGateway();
}

QString ShopFixture::binary(const QString &name) const
{
    return qEnvironmentVariable("KESSAI_BINARIES") + u'/' + name;
}

void ShopFixture::startGateway()
{
    QStringList words{u"--now"_s, u"2020-12-03 13:30:00"_s, u"--ledger"_s, file(u"ledger"_s)};
    words += m_gatewayWords;
    if (!m_gateway.isEmpty()) {
        const QUrl before(m_gateway.value(u"gateway"_s).toString());
        words += {u"--port"_s, QString::number(before.port())};
    }
    m_simulator.setReadChannel(QProcess::StandardOutput);
    m_simulator.start(binary(u"gmo-simulator"_s), words);
    while (!m_simulator.canReadLine() && m_simulator.waitForReadyRead(patienceMs)) {
    }
    m_gateway = QJsonDocument::fromJson(m_simulator.readLine()).object();
    QVERIFY2(!m_gateway.isEmpty(), "the simulator did not start");
}

void ShopFixture::stopGateway()
{
    if (m_simulator.state() != QProcess::NotRunning) {
        m_simulator.terminate();
        m_simulator.waitForFinished(patienceMs);
    }
}

QString ShopFixture::gatewayOrderId(int number)
{
    return u"%1-03132123"_s.arg(number);
}

QString ShopFixture::write(const QString &name, const QByteArray &content) const
{
    QFile output(file(name));
    if (!output.open(QIODevice::WriteOnly) || output.write(content) != content.size()) {
        qFatal("the test cannot write its own files");
    }
    return output.fileName();
}

QStringList ShopFixture::setupWords() const
{
    const QString pass = write(u"pass"_s, m_gateway.value(u"shopPass"_s).toString().toUtf8() + '\n');
    return {u"setup"_s,
            u"--gateway-url"_s,
            m_gateway.value(u"gateway"_s).toString(),
            u"--shop-id"_s,
            m_gateway.value(u"shopId"_s).toString(),
            u"--shop-pass-file"_s,
            pass,
            u"--set"_s,
            u"bulk.perSecond=0"_s,
            u"--set"_s,
            u"timing.cancelReadGapMs=50"_s};
}

ProgramAnswer ShopFixture::setUp(const QStringList &more)
{
    return run(setupWords() + QStringList{u"--secrets"_s, u"file"_s} + more);
}

void ShopFixture::addOrders(const QList<SampleOrder> &orders)
{
    QByteArray orderFile =
        u"注文番号,お名前(姓),お名前(名),小計,合計,お支払い合計,支払い方法,対応状況,注文日時\n"_s.toUtf8();
    QByteArray links = u"注文ID,決済オーダーID\n"_s.toUtf8();
    QJsonArray transactions;
    for (const SampleOrder &order : orders) {
        orderFile += orderLine(order);
        links += u"%1,%2\n"_s.arg(QString::number(order.number), gatewayOrderId(order.number)).toUtf8();
        transactions.append(transactionOf(order));
    }
    ++m_imports;
    const ProgramAnswer imported =
        run({u"import"_s, u"--format"_s, u"eccube2"_s, write(u"orders-%1.csv"_s.arg(m_imports), orderFile)});
    QVERIFY2(imported.status == 0, imported.err + imported.out);
    const ProgramAnswer linked =
        run({u"import"_s, u"--links"_s, write(u"links-%1.csv"_s.arg(m_imports), links)});
    QVERIFY2(linked.status == 0, linked.err + linked.out);
    const QJsonObject seeded = post(u"transactions"_s, transactions);
    QVERIFY2(seeded.value(u"transactions"_s).toArray().size() == orders.size(),
             qPrintable(seeded.value(u"error"_s).toString()));
}

void ShopFixture::open(const SampleOrder &order)
{
    const ProgramAnswer done = setUp();
    QVERIFY2(done.status == 0, done.err);
    addOrders({order});
}

std::unique_ptr<QProcess> ShopFixture::start(const QStringList &words) const
{
    auto process = std::make_unique<QProcess>();
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(binary(m_program), QStringList{u"--data"_s, dataFolder()} + words);
    process->waitForStarted(patienceMs);
    return process;
}

ProgramAnswer ShopFixture::finish(QProcess &process)
{
    ProgramAnswer answer;
    const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(patienceMs);
    if (ended && process.exitStatus() == QProcess::NormalExit) {
        answer.status = process.exitCode();
    }
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    return answer;
}

ProgramAnswer ShopFixture::run(const QStringList &words) const
{
    const std::unique_ptr<QProcess> process = start(words);
    return finish(*process);
}

ProgramAnswer ShopFixture::json(const QStringList &words) const
{
    return run(QStringList{u"--json"_s} + words);
}

bool ShopFixture::hasTerminals()
{
    const int keyboard = posix_openpt(O_RDWR | O_NOCTTY);
    const bool usable = keyboard >= 0 && grantpt(keyboard) == 0 && unlockpt(keyboard) == 0 &&
                        ::access(ptsname(keyboard), R_OK | W_OK) == 0;
    if (keyboard >= 0) {
        ::close(keyboard);
    }
    return usable;
}

ProgramAnswer ShopFixture::runAtTerminal(const QStringList &words, const QByteArray &typed) const
{
    const int keyboard = posix_openpt(O_RDWR | O_NOCTTY);
    if (keyboard < 0 || grantpt(keyboard) != 0 || unlockpt(keyboard) != 0) {
        qFatal("the test cannot make a terminal");
    }
    const int screen = ::open(ptsname(keyboard), O_RDWR | O_NOCTTY);
    QProcess process;
    process.setChildProcessModifier([screen] { dup2(screen, STDIN_FILENO); });
    process.start(binary(m_program), QStringList{u"--data"_s, dataFolder()} + words);
    process.waitForStarted(patienceMs);
    const bool written = ::write(keyboard, typed.constData(), size_t(typed.size())) == typed.size();
    const ProgramAnswer answer = finish(process);
    ::close(screen);
    ::close(keyboard);
    return written ? answer : ProgramAnswer{};
}

QJsonObject ShopFixture::order(int number) const
{
    return json({u"show"_s, QString::number(number)}).json().value(u"order"_s).toObject();
}

QJsonObject ShopFixture::post(const QString &path, const QJsonValue &body) const
{
    const QJsonDocument document =
        body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
    const RawReply reply =
        kessai::post(m_gateway.value(u"control"_s).toString(), path, document.toJson(QJsonDocument::Compact));
    return QJsonDocument::fromJson(reply.body).object();
}

QJsonArray ShopFixture::ledger() const
{
    const RawReply reply = kessai::get(m_gateway.value(u"control"_s).toString(), u"ledger"_s);
    return QJsonDocument::fromJson(reply.body).object().value(u"requests"_s).toArray();
}

QList<QByteArray> ShopFixture::secrets() const
{
    QList<QByteArray> secrets{m_gateway.value(u"shopPass"_s).toString().toUtf8()};
    const RawReply reply = kessai::get(m_gateway.value(u"control"_s).toString(), u"transactions"_s);
    const QJsonArray list = QJsonDocument::fromJson(reply.body).object().value(u"transactions"_s).toArray();
    for (const auto &transaction : list) {
        secrets.append(transaction[u"accessPass"_s].toString().toUtf8());
    }
    return secrets;
}

QJsonObject ShopFixture::transaction(int number) const
{
    const RawReply reply = kessai::get(m_gateway.value(u"control"_s).toString(), u"transactions"_s);
    const QJsonArray list = QJsonDocument::fromJson(reply.body).object().value(u"transactions"_s).toArray();
    for (const auto &transaction : list) {
        if (transaction[u"orderId"_s].toString() == gatewayOrderId(number)) {
            return transaction.toObject();
        }
    }
    return {};
}

bool ShopFixture::shopper(int number, const QString &does, QJsonObject more) const
{
    more.insert(u"orderId"_s, gatewayOrderId(number));
    more.insert(u"does"_s, does);
    return post(u"shopper"_s, more).contains(u"transaction"_s);
}

void ShopFixture::setClock(const QString &now) const
{
    const QJsonObject clock = post(u"clock"_s, QJsonObject{{u"now"_s, now}, {u"frozen"_s, true}});
    QCOMPARE(clock.value(u"now"_s).toString(), now);
}

int ShopFixture::effects(const QString &call, const QString &jobCd, const QString &gatewayOrderId) const
{
    int count = 0;
    const QJsonArray requests = ledger();
    for (const auto &request : requests) {
        const bool wanted = request[u"call"_s].toString() == call &&
                            request[u"jobCd"_s].toString() == jobCd &&
                            (gatewayOrderId.isEmpty() || request[u"orderId"_s].toString() == gatewayOrderId);
        count += int(wanted && !request[u"effect"_s].isNull());
    }
    return count;
}

void ShopFixture::alwaysFail(const QString &call, const QString &fault, QJsonObject more) const
{
    more.insert(u"call"_s, call);
    more.insert(u"fault"_s, fault);
    more.insert(u"probability"_s, 1);
    post(u"faults"_s, QJsonArray{more});
}

QStringList ShopFixture::callsFor(int number) const
{
    QStringList calls;
    const QJsonArray requests = ledger();
    for (const auto &request : requests) {
        const QString call = request[u"call"_s].toString();
        if (request[u"orderId"_s].toString() == gatewayOrderId(number) && !call.startsWith("Search"_L1)) {
            calls.append(call);
        }
    }
    return calls;
}

int ShopFixture::arrived(const QString &call) const
{
    int count = 0;
    const QJsonArray requests = ledger();
    for (const auto &request : requests) {
        count += int(request[u"call"_s].toString() == call);
    }
    return count;
}

} // namespace kessai
