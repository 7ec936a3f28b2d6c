#include "core/interchange/linksreader.h"
#include "core/interchange/orderreader.h"
#include "tests/interchange/csvsupport.h"

#include <QRandomGenerator>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

/// One random change: a byte, a piece cut out, doubled, moved, or a byte that means something put in.
void mutate(QByteArray &content, QRandomGenerator &random)
{
    const QByteArray troublesome("\",\\\n\r\0\x95\x81\xFF.-09", 14);
    if (content.isEmpty()) {
        content = "\"";
    }
    const qsizetype at = random.bounded(int(content.size()));
    const qsizetype length = std::min<qsizetype>(random.bounded(1, 40), content.size() - at);
    switch (random.bounded(6)) {
    case 0:
        content[at] = static_cast<char>(random.bounded(256));
        break;
    case 1:
        content.insert(at, troublesome[random.bounded(int(troublesome.size()))]);
        break;
    case 2:
        content.remove(at, length);
        break;
    case 3:
        content.insert(at, content.mid(at, length));
        break;
    case 4:
        content.insert(random.bounded(int(content.size())), content.mid(at, length));
        break;
    default:
        content.truncate(std::max<qsizetype>(at, 1));
        break;
    }
}

/// The first lines of a sample, so that a mutation often hits something that matters.
QByteArray beginningOf(const char *name, int lines)
{
    const QByteArray whole = sampleFile(name);
    qsizetype end = 0;
    for (int line = 0; line < lines; ++line) {
        end = whole.indexOf('\n', end) + 1;
    }
    return whole.first(end);
}

/// Whatever the bytes are: line numbers rise, a refused order says why, and a taken one has what it must
/// have.
bool readsSanely(const QByteArray &content)
{
    Bytes device(content);
    const auto reader = OrderReader::open(device, OrderFileFormat::Auto);
    if (!reader) {
        return reader.error().endsWith(u'。');
    }
    qsizetype orders = 0;
    while (const std::optional<ImportedOrder> order = reader.value()->next()) {
        const bool told = order->refused == !order->problems.isEmpty();
        if (!told || order->line < 2 || (!order->refused && order->order.shopOrderId <= 0)) {
            return false;
        }
        for (const ImportProblem &problem : order->problems) {
            if (problem.line < order->line || problem.message.isEmpty()) {
                return false;
            }
        }
        if (++orders > content.size()) {
            return false;
        }
    }
    return true;
}

bool linksReadSanely(const QByteArray &content)
{
    Bytes device(content);
    const auto reader = LinksReader::open(device);
    if (!reader) {
        return reader.error().endsWith(u'。');
    }
    qint64 line = 1;
    while (const std::optional<ImportedLink> link = reader.value()->next()) {
        const bool usable = link->shopOrderId > 0 && isGatewayOrderId(link->gatewayOrderId);
        if (link->line <= line || usable == link->problem.has_value()) {
            return usable && link->problem && link->problem->column == u"支払方法"_s;
        }
        line = link->line;
    }
    return true;
}

} // namespace

class MutationsTest : public QObject
{
    Q_OBJECT

private slots:
    void orderFile_isReadSanelyHoweverItIsDamaged_data();
    void orderFile_isReadSanelyHoweverItIsDamaged();
    void linksFile_isReadSanelyHoweverItIsDamaged();
};

void MutationsTest::orderFile_isReadSanelyHoweverItIsDamaged_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("rounds");
    QTest::newRow("eccube4") << beginningOf("eccube4-cp932.csv", 6) << 50'000;
    QTest::newRow("eccube2") << beginningOf("eccube2-cp932.csv", 6) << 30'000;
}

void MutationsTest::orderFile_isReadSanelyHoweverItIsDamaged()
{
    QFETCH(QByteArray, file);
    QFETCH(int, rounds);
    QRandomGenerator random(20130301);
    // Most rounds spare the header, or hardly any would come to the lines.
    const QByteArray header = file.first(file.indexOf('\n') + 1);
    const QByteArray body = file.sliced(header.size());
    for (int round = 0; round < rounds; ++round) {
        QByteArray damaged = round % 10 == 0 ? file : body;
        for (int change = random.bounded(1, 5); change > 0; --change) {
            mutate(damaged, random);
        }
        const QByteArray content = round % 10 == 0 ? damaged : header + damaged;
        if (!readsSanely(content)) {
            QFAIL(content.toPercentEncoding().constData());
        }
    }
}

void MutationsTest::linksFile_isReadSanelyHoweverItIsDamaged()
{
    const QByteArray file = beginningOf("links.csv", 6);
    QRandomGenerator random(27);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray damaged = file;
        for (int change = random.bounded(1, 4); change > 0; --change) {
            mutate(damaged, random);
        }
        if (!linksReadSanely(damaged)) {
            QFAIL(damaged.toPercentEncoding().constData());
        }
    }
}

QTEST_GUILESS_MAIN(MutationsTest)
#include "test_mutations.moc"
