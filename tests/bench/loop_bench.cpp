// The unjournalled loop that journalled captures are measured against: the same calls through the same client
// and as many slots, with nothing written.
#include "core/gmo/gatewayslot.h"
#include "core/gmo/gmoclient.h"

#include <QCoreApplication>
#include <QCoro/QCoroTask>
#include <QElapsedTimer>
#include <QTextStream>

#include <vector>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

/// What the workers share.
struct Loop
{
    const GmoClient &client;
    int count = 0;
    int next = 1;
    int captured = 0;
};

/// SearchTrade, then SALES with the handle that it gave, as a capture does.
QCoro::Task<> work(Loop &loop)
{
    const std::unique_ptr<GatewaySlot> slot = loop.client.makeSlot();
    while (loop.next <= loop.count) {
        const QString id = u"%1-03132123"_s.arg(loop.next++);
        const InquiryAnswer read = co_await loop.client.inquire(*slot, id, PaymentMethod::Card);
        if (read.outcome != InquiryAnswer::Outcome::Read) {
            continue;
        }
        const AlterRequest request{read.access, u"SALES"_s, read.snapshot.amount, std::nullopt, {}, {}};
        const PreparedRequest prepared = loop.client.prepare(request);
        const SendGuard always = [] { return true; };
        const MutationAnswer answer = co_await loop.client.send(*slot, prepared, always);
        loop.captured += answer.answerClass == AnswerClass::Success ? 1 : 0;
    }
}

QCoro::Task<> workAll(Loop &loop, int parallel)
{
    std::vector<QCoro::Task<>> workers;
    workers.reserve(size_t(parallel));
    for (int number = 0; number < parallel; ++number) {
        workers.push_back(work(loop));
    }
    for (QCoro::Task<> &worker : workers) {
        co_await worker;
    }
}

} // namespace

/// loop_bench GATEWAY-URL SHOP-ID SHOP-PASS COUNT PARALLEL [CA-FILE]: the simulator's practice password only.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 6) {
        qCritical("loop_bench GATEWAY-URL SHOP-ID SHOP-PASS COUNT PARALLEL [CA-FILE]");
        return 2;
    }
    GatewayConfig config;
    config.baseUrl = QUrl(arguments[1]);
    config.shopId = arguments[2];
    config.shopPass = Secret(arguments[3].toUtf8());
    config.certificateAuthorityFile = arguments.value(6);
    const GmoClient client(config, ErrorTable::embedded(), QByteArray(32, 'k'));
    Loop loop{.client = client, .count = arguments[4].toInt()};
    QElapsedTimer timer;
    timer.start();
    QCoro::waitFor(workAll(loop, arguments[5].toInt()));
    QTextStream(stdout) << R"({"captured": )" << loop.captured << R"(, "seconds": )"
                        << double(timer.nsecsElapsed()) / 1e9 << "}\n";
    return loop.captured == loop.count ? 0 : 1;
}
