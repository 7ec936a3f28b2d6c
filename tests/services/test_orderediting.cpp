#include "core/domain/totals.h"
#include "core/services/orderediting.h"
#include "core/storage/databasefaults.h"
#include "core/storage/orderimportstore.h"
#include "core/storage/rowlocks.h"
#include "core/storage/shopvalues.h"
#include "tests/domain/editedorder.h"
#include "tests/services/moneyfixture.h"
#include "tests/storage/testdatabase.h"

#include <QSignalSpy>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using Outcome = SaveAnswer::Outcome;
using F = OrderField;

/// 登録 of an order, alone and with others at the same order.
class TestOrderEditing : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_money.reset(); }

    void save_storesWhatWasEditedAndTellsIt_data() { TestDatabases::addDialects(); }
    void save_storesWhatWasEditedAndTellsIt();
    void save_movesTheDifferenceAndTheSearch_data() { TestDatabases::addDialects(); }
    void save_movesTheDifferenceAndTheSearch();
    void save_ofWhatIsWrongWritesNothing();
    void save_ofNothingChangedWritesNothing();
    void save_takesStatusAndNumbersFromNobody();
    void twoWindows_keepTheWorkOfBoth_data() { TestDatabases::addDialects(); }
    void twoWindows_keepTheWorkOfBoth();
    void sameFieldInTwoWindows_isAskedFieldByField_data() { TestDatabases::addDialects(); }
    void sameFieldInTwoWindows_isAskedFieldByField();
    void orderThatMovedOnceMore_isAskedAgain();
    void importAfterAnEdit_overwritesNothing_data() { TestDatabases::addDialects(); }
    void importAfterAnEdit_overwritesNothing();
    void settledImport_isAsThePersonChose_data() { TestDatabases::addDialects(); }
    void settledImport_isAsThePersonChose();
    void shopsValueThatMoved_isNotTakenUnseen();
    void operationPlannedOnTheOldAmount_isLeftOut();
    void failingStore_leavesTheOrderWhole();
    void notes_areToldAndChecked();
    void settings_giveTheDefaultsOfLines();

private:
    /// An order of 4,860 yen with its lines, linked and read.
    void begin(DatabaseSpec::Dialect dialect = DatabaseSpec::Dialect::Sqlite)
    {
        QString place;
        if (dialect == DatabaseSpec::Dialect::Postgresql) {
            m_server = m_server ? std::move(m_server) : std::make_unique<PostgresqlServer>();
            place = m_server->newDatabase();
        }
        m_money = std::make_unique<MoneyFixture>(place);
        m_money->open();
        m_order = m_money->addOrder(272, Yen{4860});
        import(orderToEdit());
        m_money->refresh(m_order);
    }
    bool beginOrSkip()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const bool missing = dialect == DatabaseSpec::Dialect::Postgresql &&
                             qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL");
        if (!missing) {
            begin(dialect);
        }
        return !missing;
    }
    ShopContext &context() { return m_money->shop->context(); }
    OrderEditing editing() { return OrderEditing(context()); }
    Order stored() { return *context().orders.byId(m_order); }
    OrderSummary summary() { return context().orders.page({m_order})->first(); }
    OrderImportStore::Applied import(const Order &order)
    {
        return *OrderImportStore(context().database).apply(order, OrderImportStore::allFields(), false);
    }
    QList<OrderRepository::Event> edits()
    {
        QList<OrderRepository::Event> events = *context().orders.eventsOf(m_order);
        events.removeIf([](const OrderRepository::Event &event) { return event.kind != u"EDIT"_s; });
        return events;
    }
    static Order withQuantity(Order order, qint64 quantity)
    {
        order.items[0].quantity = quantity;
        order.totals = calculatedTotals(order, 1);
        return order;
    }

    std::unique_ptr<PostgresqlServer> m_server;
    std::unique_ptr<MoneyFixture> m_money;
    OrderId m_order;
};

void TestOrderEditing::save_storesWhatWasEditedAndTellsIt()
{
    if (!beginOrSkip()) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    QSignalSpy changed(&m_money->shop->notifier(), &ChangeNotifier::orderChanged);
    const Order opened = stored();
    Order edited = withQuantity(opened, 2);
    edited.customer.phoneNumber = u"０９０-１１１１-２２２２"_s;
    edited.shipments[0].deliveryDate = QDate(2020, 12, 10);
    const auto answer = editing().save(opened, edited, u"鈴木"_s);
    QVERIFY(answer);
    QCOMPARE(answer->outcome, Outcome::Saved);
    QCOMPARE(answer->changed.size(), 3);
    QVERIFY(answer->byOthers.isEmpty());
    QVERIFY(answer->stored.rowVersion > opened.rowVersion);
    QCOMPARE(stored().rowVersion, answer->stored.rowVersion);
    QCOMPARE(stored().items, edited.items);
    QCOMPARE(stored().totals, edited.totals);
    QCOMPARE(stored().customer.phoneNumber, u"09011112222"_s);
    QCOMPARE(stored().shipments[0].deliveryDate, QDate(2020, 12, 10));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().value<OrderId>(), m_order);
    QCOMPARE(edits().size(), 1);
    QCOMPARE(edits().first().operatorName, u"鈴木"_s);
    QCOMPARE(edits().first().seat, context().seat.name);
    QCOMPARE(edits().first().at, m_money->clock.nowUtc());
    QCOMPARE(differencesOfEdit(edits().first().content), answer->changed);
    QVERIFY(editInWords(edits().first().content).contains(u"電話番号「0312345678」→「09011112222」"_s));
    QVERIFY(differencesOfEdit(u"{}"_s).isEmpty());
}

void TestOrderEditing::save_movesTheDifferenceAndTheSearch()
{
    if (!beginOrSkip()) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    QCOMPARE(summary().difference, Yen{0});
    Order edited = withQuantity(stored(), 2);
    edited.customer.companyName = u"有限会社あおい"_s;
    QCOMPARE(editing().save(stored(), edited, u"鈴木"_s)->outcome, Outcome::Saved);
    QCOMPARE(summary().difference, Yen{2200});
    QCOMPARE(summary().payableTotal, Yen{7060});
    QCOMPARE(summary().gatewayAmount, Yen{4860}); // no payment is touched
    OrderFilter filter;
    filter.query = u"アオイ"_s;
    QCOMPARE(*context().orders.matching(filter, {}), QList<OrderId>{m_order});
    filter.query = MoneyFixture::gatewayOrderId(272);
    QCOMPARE(*context().orders.matching(filter, {}), QList<OrderId>{m_order});
}

void TestOrderEditing::save_ofWhatIsWrongWritesNothing()
{
    begin();
    QSignalSpy changed(&m_money->shop->notifier(), &ChangeNotifier::orderChanged);
    const Order opened = stored();
    Order edited = opened;
    edited.items[0].quantity = 0;
    edited.customer.postalCode = u"12"_s;
    const auto answer = editing().save(opened, edited, u"鈴木"_s);
    QCOMPARE(answer->outcome, Outcome::Refused);
    QCOMPARE(answer->problems.size(), 3); // postal code, quantity, and the total that is not what they give
    QCOMPARE(stored().rowVersion, opened.rowVersion);
    QCOMPARE(changed.count(), 0);
}

void TestOrderEditing::save_ofNothingChangedWritesNothing()
{
    begin();
    const Order opened = stored();
    QCOMPARE(editing().save(opened, opened, u"鈴木"_s)->outcome, Outcome::Unchanged);
    Order edited = opened;
    edited.note = u"  "_s;
    QCOMPARE(editing().save(opened, edited, u"鈴木"_s)->outcome, Outcome::Unchanged);
    edited.note = u"メモ"_s;
    QCOMPARE(editing().save(opened, edited, u"鈴木"_s)->outcome, Outcome::Saved);
    // As after a lost answer: the same again is there already.
    QCOMPARE(editing().save(opened, edited, u"鈴木"_s)->outcome, Outcome::Unchanged);
    QCOMPARE(edits().size(), 1);
}

void TestOrderEditing::save_takesStatusAndNumbersFromNobody()
{
    begin();
    const Order opened = stored();
    Order edited = opened;
    edited.status = OrderStatus::Cancelled;
    edited.orderNumber = u"1"_s;
    edited.note = u"メモ"_s;
    QCOMPARE(editing().save(opened, edited, u"鈴木"_s)->changed.size(), 1);
    QCOMPARE(stored().status, OrderStatus::New);
    QCOMPARE(stored().orderNumber, u"272"_s);
}

void TestOrderEditing::twoWindows_keepTheWorkOfBoth()
{
    if (!beginOrSkip()) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const Order opened = stored();
    Order first = opened;
    first.customer.phoneNumber = u"09011112222"_s;
    const Order second = withQuantity(opened, 3);
    QCOMPARE(editing().save(opened, first, u"鈴木"_s)->outcome, Outcome::Saved);
    const auto answer = editing().save(opened, second, u"田中"_s);
    QCOMPARE(answer->outcome, Outcome::Saved);
    QCOMPARE(answer->changed.size(), 1);
    QCOMPARE(answer->byOthers.size(), 1);
    QCOMPARE(answer->byOthers.first().after, u"09011112222"_s);
    QVERIFY(answer->lastChange);
    QCOMPARE(answer->lastChange->operatorName, u"鈴木"_s);
    QCOMPARE(answer->lastChange->kind, u"EDIT"_s);
    QCOMPARE(stored().customer.phoneNumber, u"09011112222"_s);
    QCOMPARE(stored().items, second.items);
    QCOMPARE(edits().size(), 2); // each with what its person did
    QCOMPARE(differencesOfEdit(edits().last().content), answer->changed);
}

void TestOrderEditing::sameFieldInTwoWindows_isAskedFieldByField()
{
    if (!beginOrSkip()) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const Order opened = stored();
    Order first = withQuantity(opened, 2);
    first.note = u"鈴木のメモ"_s;
    Order second = withQuantity(opened, 3);
    second.note = u"田中のメモ"_s;
    second.mailAddress = u"new@example.com"_s;
    QVERIFY(editing().save(opened, first, u"鈴木"_s));
    const auto answer = editing().save(opened, second, u"田中"_s);
    QCOMPARE(answer->outcome, Outcome::Conflict);
    QCOMPARE(answer->conflicts.size(), 2);
    QCOMPARE(answer->conflicts.first().opened, QString());
    QCOMPARE(answer->conflicts.first().theirs, u"鈴木のメモ"_s);
    QCOMPARE(answer->conflicts.first().ours, u"田中のメモ"_s);
    QCOMPARE(answer->conflicts.last().place, (FieldPlace{F::Lines, -1}));
    QCOMPARE(answer->lastChange->operatorName, u"鈴木"_s);
    QCOMPARE(stored().note, u"鈴木のメモ"_s); // nothing is overwritten, not even what only we changed
    QCOMPARE(stored().mailAddress, opened.mailAddress);
    const Order resolved = resolvedEdits(opened, answer->stored, second, {{F::Lines, -1}});
    QCOMPARE(editing().save(answer->stored, resolved, u"田中"_s)->outcome, Outcome::Saved);
    QCOMPARE(stored().note, u"鈴木のメモ"_s);
    QCOMPARE(stored().items, second.items);
    QCOMPARE(stored().mailAddress, u"new@example.com"_s);
    // What was replaced is in the log.
    const QList<FieldDifference> replaced = differencesOfEdit(edits().last().content);
    QVERIFY(replaced.last().before.contains(u"お支払い合計 7,060円"_s));
}

void TestOrderEditing::orderThatMovedOnceMore_isAskedAgain()
{
    begin();
    const Order opened = stored();
    const auto note = [](Order order, const QString &text) {
        order.note = text;
        return order;
    };
    QVERIFY(editing().save(opened, note(opened, u"一"_s), u"鈴木"_s));
    const Order ours = note(opened, u"二"_s);
    const auto answer = editing().save(opened, ours, u"田中"_s);
    QCOMPARE(answer->outcome, Outcome::Conflict);
    QVERIFY(editing().save(stored(), note(stored(), u"三"_s), u"鈴木"_s));
    const Order resolved = resolvedEdits(opened, answer->stored, ours, {{F::Note, -1}});
    const auto again = editing().save(answer->stored, resolved, u"田中"_s);
    QCOMPARE(again->outcome, Outcome::Conflict);
    QCOMPARE(again->conflicts.first().theirs, u"三"_s);
    QCOMPARE(stored().note, u"三"_s);
}

void TestOrderEditing::importAfterAnEdit_overwritesNothing()
{
    if (!beginOrSkip()) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const Order edited = withQuantity(stored(), 2);
    QVERIFY(editing().save(stored(), edited, u"鈴木"_s));
    QVERIFY(import(orderToEdit()).conflictingFields.isEmpty()); // the file that it came from
    QCOMPARE(stored().items, edited.items);
    QCOMPARE(summary().difference, Yen{2200});
    Order shops = withQuantity(orderToEdit(), 5);
    shops.note = u"ショップのメモ"_s;
    QCOMPARE(import(shops).conflictingFields, QStringList{u"lines"_s});
    QCOMPARE(stored().items, edited.items);
    QCOMPARE(stored().totals, edited.totals);
    QCOMPARE(stored().note, u"ショップのメモ"_s);
    QVERIFY(summary().importConflict);
    const auto differences = shopDifferencesOf(context().database, m_order);
    QCOMPARE(differences->size(), 1);
    QVERIFY(differences->first().inConflict);
    QVERIFY(differences->first().shops.contains(u"お支払い合計 13,660円"_s));
    QVERIFY(differences->first().ours.contains(u"お支払い合計 7,060円"_s));
    // A window that was open all the time is told.
    Order ours = edited;
    ours.note = u"ここのメモ"_s;
    const auto answer = editing().save(edited, ours, u"鈴木"_s);
    QCOMPARE(answer->outcome, Outcome::Conflict);
    QCOMPARE(answer->lastChange->kind, u"IMPORT"_s);
}

void TestOrderEditing::settledImport_isAsThePersonChose()
{
    if (!beginOrSkip()) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    Order edited = withQuantity(stored(), 2);
    edited.note = u"ここのメモ"_s;
    QVERIFY(editing().save(stored(), edited, u"鈴木"_s));
    Order shops = withQuantity(orderToEdit(), 5);
    shops.note = u"ショップのメモ"_s;
    QCOMPARE(import(shops).conflictingFields.size(), 2);
    QSignalSpy changed(&m_money->shop->notifier(), &ChangeNotifier::orderChanged);
    const auto answer = editing().settleImport(stored(), {u"lines"_s}, {u"note"_s}, u"田中"_s);
    QCOMPARE(answer->outcome, Outcome::Saved);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(stored().items, shops.items);
    QCOMPARE(stored().totals, shops.totals);
    QCOMPARE(stored().note, u"ここのメモ"_s);
    QCOMPARE(summary().difference, Yen{8800});
    QVERIFY(!summary().importConflict);
    const auto differences = shopDifferencesOf(context().database, m_order);
    QCOMPARE(differences->size(), 1); // still ショップ未反映
    QVERIFY(!differences->first().inConflict);
    QVERIFY(edits().last().content.contains(u"\"keptOurs\":[\"note\"]"_s));
    QVERIFY(import(shops).conflictingFields.isEmpty()); // it was answered
    QCOMPARE(stored().note, u"ここのメモ"_s);
}

void TestOrderEditing::shopsValueThatMoved_isNotTakenUnseen()
{
    begin();
    Order edited = stored();
    edited.note = u"ここのメモ"_s;
    QVERIFY(editing().save(stored(), edited, u"鈴木"_s));
    Order shops = orderToEdit();
    shops.note = u"ショップのメモ"_s;
    import(shops);
    const Order opened = stored();
    shops.note = u"また別のメモ"_s;
    import(shops);
    const auto answer = editing().settleImport(opened, {u"note"_s}, {}, u"田中"_s);
    QCOMPARE(answer->outcome, Outcome::Conflict);
    QCOMPARE(stored().note, u"ここのメモ"_s);
    QCOMPARE(editing().settleImport(answer->stored, {u"note"_s}, {}, u"田中"_s)->outcome, Outcome::Saved);
    QCOMPARE(stored().note, u"また別のメモ"_s);
}

void TestOrderEditing::operationPlannedOnTheOldAmount_isLeftOut()
{
    begin();
    const OrderId other = m_money->addOrder(1, Yen{1000});
    QList<OperationRequest> requests(2);
    requests[0].order = other;
    requests[1].order = m_order;
    const auto planned = m_money->run(m_money->shop->planner().plan(requests)).value();
    QVERIFY(m_money->shop->bulkRun().pause(*planned.run, {RunReason::Code::PausedBy, u"昼休み"_s}).ok());
    QVERIFY(editing().save(stored(), withQuantity(stored(), 2), u"鈴木"_s));
    const auto answer = m_money->run(m_money->shop->resumeRun(*planned.run, [] { return false; }));
    QCOMPARE(answer.items[0].state, OperationState::Done);
    QCOMPARE(answer.items[1].state, OperationState::Cancelled);
    QCOMPARE(answer.items[1].reason, EndReason::AmountMoved);
    QCOMPARE(m_money->effects(MoneyFixture::gatewayOrderId(272), u"SALES"_s), 0);
}

void TestOrderEditing::failingStore_leavesTheOrderWhole()
{
    begin();
    const Order opened = stored();
    Order edited = withQuantity(opened, 2);
    edited.note = u"メモ"_s;
    bool saved = false;
    for (int call = 1; !saved && call < 100; ++call) {
        seams::failDatabaseCall(call);
        const auto answer = editing().save(opened, edited, u"鈴木"_s);
        seams::failDatabaseCall(0);
        saved = answer.ok();
        const Order now = stored();
        QCOMPARE(now.note, saved ? u"メモ"_s : QString());
        QCOMPARE(now.items, saved ? edited.items : opened.items);
        QCOMPARE(now.totals, saved ? edited.totals : opened.totals);
        QCOMPARE(edits().size(), saved ? 1 : 0);
    }
    QVERIFY(saved);
}

void TestOrderEditing::notes_areToldAndChecked()
{
    begin();
    QSignalSpy changed(&m_money->shop->notifier(), &ChangeNotifier::orderChanged);
    const qint64 version = stored().rowVersion;
    QCOMPARE(*editing().addNote(m_order, u" のし紙を\r\n付ける \n"_s, u"鈴木"_s), QString());
    QCOMPARE(changed.count(), 1);
    QVERIFY(!editing().addNote(m_order, u" \n "_s, u"鈴木"_s)->isEmpty());
    QVERIFY(!editing().addNote(m_order, u"\u001b[31m"_s, u"鈴木"_s)->isEmpty());
    QVERIFY(!editing().addNote(m_order, QString(2001, u'長'), u"鈴木"_s)->isEmpty());
    QCOMPARE(changed.count(), 1);
    const auto notes = StaffNotes(context().database).of(m_order);
    QCOMPARE(notes->size(), 1);
    QCOMPARE(notes->first().text, u"のし紙を\n付ける"_s);
    QCOMPARE(notes->first().operatorName, u"鈴木"_s);
    QCOMPARE(stored().rowVersion, version); // nobody's edit is in its way
}

void TestOrderEditing::settings_giveTheDefaultsOfLines()
{
    begin();
    QCOMPARE(lineDefaultsOf(m_money->shop->settings()).rounding, Rounding::HalfUp);
    QVERIFY(m_money->shop->settings().set(u"rules.rounding"_s, u"DOWN"_s).ok());
    QCOMPARE(lineDefaultsOf(m_money->shop->settings()).rounding, Rounding::Down);
    QCOMPARE(lineDefaultsOf(m_money->shop->settings()).pointRatePercent, 1);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestOrderEditing)
#include "test_orderediting.moc"
