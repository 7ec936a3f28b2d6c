#include "app/desktop/sampleorders.h"
#include "tests/ui/expectedstates.h"
#include "tests/ui/orderfixture.h"
#include "ui/models/badge.h"
#include "ui/models/cellroles.h"
#include "ui/models/ordertablemodel.h"
#include "ui/models/sessionordersource.h"
#include "ui/payments/paymentpanel.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

namespace {

constexpr int PatienceMs = 20'000;

PaymentStatus statusOf(const SampleOrder &sample)
{
    if (sample.hasUnknownState) {
        return PaymentStatus::Exception;
    }
    return paymentStatusOfWord(sample.other ? simulator::multiWord(sample.other->status)
                                            : simulator::cardWord(sample.payments.first().status));
}

Yen paidOf(const SampleOrder &sample)
{
    return sample.other ? sample.other->amount - sample.other->cancelledAmount
                        : sample.payments.first().amount;
}

/// One payment, which the shop knows.
bool hasOne(const SampleOrder &sample)
{
    return sample.linked && (sample.other || sample.payments.size() == 1);
}

} // namespace

/// Every state of a payment as the practice shop has it: what the list says, and what the window lets staff
/// do. The commands are written down here once more, by hand, and the rules have to agree.
class TestSampleStates : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void list_namesTheState_data() { addStates(); }
    void list_namesTheState();
    void panel_offersWhatTheRulesAllow_data() { addStates(); }
    void panel_offersWhatTheRulesAllow();
    void everyStateOfEveryMethod_isExpectedHere();
    void unsettled_standsInTheListWithoutAsking();

private:
    static void addStates();
    const SampleOrder *sampleFor(PaymentStatus status, PaymentMethod method, Which which) const;
    OrderId idOf(const SampleOrder &sample) const { return m_ids.value(sample.order.shopOrderId); }
    void addToShop(const SampleOrder &sample);
    QModelIndex cellOf(OrderId id) const
    {
        return m_list->index(m_list->rowOf(id), int(Column::PaymentStatus));
    }
    OrderFacts factsOf(OrderId id) const;
    QPushButton *button(const QString &name) const
    {
        return OrderFixture::child<QPushButton>(*m_panel, name + u"Button"_s);
    }
    QStringList textsInSight() const;

    QList<SampleOrder> m_samples;
    QHash<qint64, OrderId> m_ids;
    QTemporaryDir m_folder;
    std::unique_ptr<OrderFixture> m_shop;
    std::unique_ptr<SessionOrderSource> m_source;
    std::unique_ptr<OrderTableModel> m_list;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<PaymentCommands> m_commands;
    QWidget m_window; ///< is not shown
    PaymentPanel *m_panel = nullptr;
};

void TestSampleStates::addStates()
{
    QTest::addColumn<PaymentStatus>("status");
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<Which>("which");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("commands");
    for (const ExpectedState &expected : ExpectedStates) {
        const QString kind = expected.which == Which::Youngest ? QString()
                             : expected.which == Which::Oldest ? u", old"_s
                                                               : u", differs"_s;
        const QString name = labelOf(expected.status) + u' ' + labelOf(expected.method) + kind;
        QTest::newRow(qPrintable(name)) << expected.status << expected.method << expected.which
                                        << expected.word.toString() << expected.commands.toString();
    }
}

const SampleOrder *TestSampleStates::sampleFor(PaymentStatus status, PaymentMethod method, Which which) const
{
    const SampleOrder *found = nullptr;
    for (const SampleOrder &sample : m_samples) { // the oldest comes first
        const bool differs =
            status == PaymentStatus::Authorized && paidOf(sample) != sample.order.totals.payableTotal;
        const bool wanted = sample.order.method == method && statusOf(sample) == status &&
                            differs == (which == Which::Differing);
        if (wanted && !(found && which == Which::Oldest)) {
            found = &sample;
        }
    }
    return found;
}

void TestSampleStates::addToShop(const SampleOrder &sample)
{
    const Order &order = sample.order;
    OrderFixture::Wanted wanted;
    wanted.number = order.shopOrderId;
    wanted.payable = order.totals.payableTotal;
    wanted.status = order.status;
    wanted.method = order.method;
    wanted.change = [at = order.orderedAt](Order &made) { made.orderedAt = at; };
    if (sample.other) {
        wanted.multi = *sample.other;
    } else {
        wanted.seed = sample.payments.first();
    }
    m_ids.insert(order.shopOrderId, m_shop->add(wanted));
    if (sample.hasUnknownState) {
        m_shop->gateway.addFaults({{.kind = simulator::FaultKind::UnknownStatus,
                                    .call = u"SearchTrade"_s,
                                    .orderId = OrderFixture::gatewayOrderId(order.shopOrderId)}});
    }
}

/// The orders that the rows ask for stand in one shop, and one list and one panel show them all.
void TestSampleStates::initTestCase()
{
    applyTheme(*qApp, ThemeChoice::Light);
    m_shop = std::make_unique<OrderFixture>();
    m_samples = sampleOrders(m_shop->gateway.now());
    m_samples.removeIf([](const SampleOrder &sample) { return !hasOne(sample); });
    QSet<qint64> added;
    for (const PaymentMethod method : gatewayMethods()) {
        for (const PaymentStatus status : allPaymentStatuses()) {
            for (const Which which : {Which::Youngest, Which::Oldest, Which::Differing}) {
                const SampleOrder *const sample = sampleFor(status, method, which);
                if (sample && !m_ids.contains(sample->order.shopOrderId)) {
                    addToShop(*sample);
                }
            }
        }
    }
    m_shop->open();
    m_source = std::make_unique<SessionOrderSource>(*m_shop->session);
    m_list = std::make_unique<OrderTableModel>(*m_source);
    OrderFilter all;
    all.withUnfinished = true;
    m_list->search(all, {});
    QTRY_COMPARE_WITH_TIMEOUT(m_list->rowCount(), int(m_ids.size()), PatienceMs);
    QVERIFY(m_list->rowCount() < 100); // one page, which the first row brings
    QTRY_VERIFY_WITH_TIMEOUT(!m_list->index(0, 0).data().isNull() && m_list->summaryAt(0), PatienceMs);
    m_settings = std::make_unique<QSettings>(m_folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    m_commands = std::make_unique<PaymentCommands>(*m_shop->session);
    m_panel = new PaymentPanel(*m_commands, *m_settings, &m_window);
}

void TestSampleStates::cleanupTestCase()
{
    delete m_panel;
    m_list.reset();
    m_source.reset();
    m_shop.reset();
}

OrderFacts TestSampleStates::factsOf(OrderId id) const
{
    const auto answer = m_commands->facts(id);
    if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, PatienceMs) || !answer.result()) {
        qFatal("the order is not read");
    }
    return *answer.result();
}

QStringList TestSampleStates::textsInSight() const
{
    QStringList texts;
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        if (label->isVisibleTo(m_panel)) {
            texts.append(label->text());
        }
    }
    return texts;
}

void TestSampleStates::list_namesTheState()
{
    QFETCH(PaymentStatus, status);
    QFETCH(PaymentMethod, method);
    QFETCH(Which, which);
    QFETCH(QString, word);
    const SampleOrder *const sample = sampleFor(status, method, which);
    QVERIFY(sample);
    const QModelIndex cell = cellOf(idOf(*sample));
    QVERIFY(cell.isValid());
    QCOMPARE(cell.data(BadgeRole).value<Badge>().word, word);
    QCOMPARE(cell.data(Qt::DisplayRole).toString(), word);
    static const QRegularExpression codes(u"[A-Z]{4}|[0-9]{4}"_s);
    const QString explanation = cell.data(BadgeRole).value<Badge>().explanation;
    QVERIFY2(explanation.size() > word.size() + 5 && explanation.endsWith(u'。'), qPrintable(explanation));
    QVERIFY2(!codes.match(explanation).hasMatch(), qPrintable(explanation));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(explanation));
}

void TestSampleStates::panel_offersWhatTheRulesAllow()
{
    QFETCH(PaymentStatus, status);
    QFETCH(PaymentMethod, method);
    QFETCH(Which, which);
    QFETCH(QString, commands);
    const SampleOrder *const sample = sampleFor(status, method, which);
    QVERIFY(sample);
    const OrderFacts facts = factsOf(idOf(*sample));
    m_panel->setFacts(facts);
    QStringList offered;
    for (const QString &name :
         {u"capture"_s, u"cancel"_s, u"changeAmount"_s, u"captureOldAmount"_s, u"reauthorize"_s}) {
        const QPushButton *const shown = button(name);
        const bool visible = shown->isVisibleTo(m_panel);
        if (visible && shown->isEnabled()) {
            offered.append(name);
        } else if (visible) {
            const QString reason = shown->accessibleDescription();
            QVERIFY2(!reason.isEmpty(), qPrintable(name));
            QVERIFY2(textsInSight().join(u'\n').contains(reason), qPrintable(reason));
        }
    }
    QCOMPARE(offered.join(u' '), commands);
    QVERIFY(button(u"refresh"_s)->isEnabled());

    PaymentSituation situation;
    situation.payment = facts.payments.first().payment;
    situation.payableTotal = facts.order.totals.payableTotal;
    situation.findingOpen = !facts.payments.first().findings.isEmpty();
    situation.now = m_shop->session->gatewayNow();
    const QHash<OperationKind, QString> names{{OperationKind::Capture, u"capture"_s},
                                              {OperationKind::Cancel, u"cancel"_s},
                                              {OperationKind::Change, u"changeAmount"_s},
                                              {OperationKind::Reauthorize, u"reauthorize"_s}};
    for (const OperationVerdict &verdict : operationVerdicts(situation, facts.rules)) {
        const QString name = names.value(verdict.kind);
        QVERIFY2(verdict.allowed == offered.contains(name), qPrintable(name));
        const bool hidden = !button(name)->isVisibleTo(m_panel);
        QVERIFY2(!hidden || !verdict.allowed, qPrintable(name));
    }
}

/// A state that the practice shop learns to show later needs a row above.
void TestSampleStates::everyStateOfEveryMethod_isExpectedHere()
{
    for (const PaymentStatus status : allPaymentStatuses()) {
        QVERIFY2(std::any_of(std::begin(ExpectedStates), std::end(ExpectedStates),
                             [status](const ExpectedState &row) { return row.status == status; }),
                 qPrintable(labelOf(status)));
        for (const PaymentMethod method : gatewayMethods()) {
            if (!sampleFor(status, method, Which::Youngest)) {
                continue;
            }
            const bool expected = std::any_of(
                std::begin(ExpectedStates), std::end(ExpectedStates),
                [&](const ExpectedState &row) { return row.status == status && row.method == method; });
            QVERIFY2(expected, qPrintable(labelOf(status) + u' ' + labelOf(method)));
        }
    }
}

/// Without asking for orders that were never finished.
void TestSampleStates::unsettled_standsInTheListWithoutAsking()
{
    OrderFilter filter;
    filter.onlyGatewayMethods = true;
    filter.paymentStatuses = {PaymentStatus::Unsettled};
    OrderTableModel list(*m_source);
    list.search(filter, {});
    QTRY_VERIFY_WITH_TIMEOUT(list.answeredIds(), PatienceMs);
    QVERIFY(list.rowCount() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(list.index(0, int(Column::PaymentStatus)).data().toString(), u"未決済"_s,
                              PatienceMs);
}

} // namespace kessai

QTEST_MAIN(kessai::TestSampleStates)
#include "test_samplestates.moc"
