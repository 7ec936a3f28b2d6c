#include "core/base/cp932.h"
#include "core/interchange/orderreader.h"
#include "tests/ui/runwindow.h"
#include "ui/history/exportdialog.h"
#include "ui/orders/copiedrows.h"
#include "ui/orders/ordertable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QTextTable>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;
using Column = OrderTableModel::Column;

namespace {

/// The fields of a file without line ends in them.
QList<QStringList> rowsOf(const QByteArray &content)
{
    QList<QStringList> rows;
    const QString text = QString::fromUtf8(content.startsWith("\xEF\xBB\xBF") ? content.mid(3) : content);
    for (const QString &line : text.split(u"\r\n"_s, Qt::SkipEmptyParts)) {
        rows.append(line.split(u','));
    }
    return rows;
}

} // namespace

/// 書き出し… and コピー of both lists, in the whole window; what was written is read back.
class TestOrderExport : public QObject, private RunWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init()
    {
        m_shop = std::make_unique<OrderFixture>();
        m_folder = std::make_unique<QTemporaryDir>();
        addOrders();
    }
    void cleanup()
    {
        closeWindow();
        m_shop.reset();
    }

    void list_isWrittenAsItIsShown();
    void columnsOfTwoLines_areAllWritten();
    void ticked_areWrittenAlone();
    void workbook_isWritten();
    void shopsColumns_areReadAsTheSameOrders();
    void shippingFile_hasItsOwnNameAndKindOfFile();
    void charactersThatCannotBeWritten_areNamedBefore();
    void stopped_leavesTheFileThatWasThere();
    void menus_leadToTheSameDialog();
    void copy_hasTitlesAndNothingThatActs();
    void copyOfTicked_needsNoRowInSight();
    void copyOfTooMany_pointsToTheFile();

private:
    void addOrders()
    {
        m_shop->add({.number = 1, .payable = Yen{1000}});
        m_shop->add({.number = 2, .payable = Yen{2000}, .change = [](Order &order) {
                         order.customer.familyName = u"=HYPERLINK(\"x\")"_s;
                         order.customer.givenName = u"<b>\u202E𠮷\t&"_s;
                         order.note = u"一行目\n\"表\",=1+1"_s;
                     }});
        m_shop->add({.number = 3, .payable = Yen{3000}, .change = [](Order &order) {
                         order.shipments = {Shipment()};
                         order.shipments[0].shopShipmentId = u"903"_s;
                         order.shipments[0].recipient.familyName = u"能登"_s;
                         order.shipments[0].trackingNumber = u"1234-5678"_s;
                         order.shipments[0].shippedAt = QDateTime(QDate(2020, 12, 3), QTime(1, 0), Qt::UTC);
                     }});
    }
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    ExportDialog *dialog() const { return m_window->findChild<ExportDialog *>(); }
    void choose(const QString &name) const
    {
        auto *choice = OrderFixture::child<QRadioButton>(*dialog(), name);
        QTest::mouseClick(choice, Qt::LeftButton, {}, QPoint(10, choice->height() / 2));
        QVERIFY(choice->isChecked());
    }
    QLineEdit *fileEdit() const { return OrderFixture::child<QLineEdit>(*dialog(), u"exportFileEdit"_s); }
    QString note() const { return OrderFixture::child<Paragraph>(*dialog(), u"exportNote"_s)->sentences(); }
    void clickIn(const QString &name) const
    {
        QTest::mouseClick(OrderFixture::child<QPushButton>(*dialog(), name), Qt::LeftButton);
    }
    /// Types a name in place of the proposed one and writes it.
    QByteArray written(const QString &name)
    {
        fileEdit()->selectAll();
        QTest::keyClicks(fileEdit(), name);
        clickIn(u"startExportButton"_s);
        if (!QTest::qWaitFor([&] { return QFile::exists(name); }, PatienceMs)) {
            return note().toUtf8();
        }
        if (!QTest::qWaitFor([&] { return note().contains(u"書き出しました"_s); }, PatienceMs)) {
            return note().toUtf8();
        }
        return contentOf(name);
    }
    void tick(int row)
    {
        const QRect cell = list().table().visualRect(list().model().index(row, int(Column::Tick)));
        QTest::mouseClick(list().table().viewport(), Qt::LeftButton, {}, cell.center());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOrderExport::list_isWrittenAsItIsShown()
{
    openWindow();
    list().table().setTwoLines(false);
    list().table().setColumnHidden(int(Column::Recipient), true);
    list().table().horizontalHeader()->moveSection(
        list().table().horizontalHeader()->visualIndex(int(Column::Amount)), 1);
    list().model().search(list().filter(), {.field = u"total"_s, .descending = true});
    QTRY_COMPARE_WITH_TIMEOUT(list().model().rowCount(), 3, PatienceMs);
    click(u"exportListButton"_s);
    QVERIFY(dialog());
    QVERIFY2(fileEdit()->text().contains(u"/受注一覧-"), qPrintable(fileEdit()->text()));
    QVERIFY(!dialog()->findChild<QRadioButton *>(u"tickedChoice"_s)); // nothing is
    OrderFixture::picture(*dialog(), u"orderexport"_s);
    QCOMPARE(OrderFixture::cramped(*dialog()), QStringList());
    const QList<QStringList> rows = rowsOf(written(file(u"list.csv"_s)));
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0].mid(0, 4), (QStringList{u"購入金額"_s, u"注文番号"_s, u"お名前"_s, u"受注日時"_s}));
    QVERIFY(!rows[0].contains(u"お届け先"_s));
    QCOMPARE(rows[1].mid(0, 3), (QStringList{u"3000"_s, u"3"_s, u"髙橋 花子"_s}));
    QVERIFY(rows[1].contains(u"仮売上済み"_s));
    QVERIFY2(rows[2].value(2).startsWith(u"\"'=HYPERLINK(\"\"x\"\")"), qPrintable(rows[2].value(2)));
    QCOMPARE(rows[3].first(), u"1000"_s);
    QCOMPARE(note().section(u'\n', 0, 0), u"3件を書き出しました。"_s);
}

/// Each column of a second line stands behind the one above it.
void TestOrderExport::columnsOfTwoLines_areAllWritten()
{
    openWindow();
    action(u"paymentsAction"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->paymentList()->model().summaryAt(0), PatienceMs);
    QVERIFY(m_window->paymentList()->table().twoLines());
    QTest::mouseClick(child<QToolButton>(u"payments_exportListButton"_s), Qt::LeftButton);
    QVERIFY2(fileEdit()->text().contains(u"/決済状況一覧-"), qPrintable(fileEdit()->text()));
    const QList<QStringList> rows = rowsOf(written(file(u"payments.csv"_s)));
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0].mid(0, 10),
             (QStringList{u"決済状況"_s, u"支払方法"_s, u"対応状況"_s, u"注文番号"_s, u"お名前"_s,
                          u"受注日時"_s, u"購入金額"_s, u"入金日"_s, u"決済金額"_s, u"差異"_s}));
    QCOMPARE(rows[0].mid(10, 2), (QStringList{u"期限"_s, u"期限の種類"_s}));
    QCOMPARE(rows[1].value(11), u"売上期限"_s);
}

void TestOrderExport::ticked_areWrittenAlone()
{
    openWindow();
    tick(1);
    QTRY_VERIFY_WITH_TIMEOUT(list().tickCounts().known(), PatienceMs);
    click(u"exportListButton"_s);
    auto *ticked = OrderFixture::child<QRadioButton>(*dialog(), u"tickedChoice"_s);
    QVERIFY(ticked->isChecked());
    QCOMPARE(ticked->text(), u"選択した受注だけ（1件）"_s);
    OrderFixture::picture(*dialog(), u"orderexport-ticked"_s);
    QCOMPARE(OrderFixture::cramped(*dialog()), QStringList());
    QList<QStringList> rows = rowsOf(written(file(u"ticked.csv"_s)));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1].first(), u"2"_s);
    clickIn(u"cancelExportButton"_s);
    QTRY_VERIFY(!dialog());
    click(u"exportListButton"_s);
    choose(u"matchingChoice"_s);
    rows = rowsOf(written(file(u"all.csv"_s)));
    QCOMPARE(rows.size(), 4);
}

void TestOrderExport::workbook_isWritten()
{
    openWindow();
    click(u"exportListButton"_s);
    choose(u"xlsxChoice"_s);
    QVERIFY(fileEdit()->text().endsWith(u".xlsx"));
    QVERIFY(written(file(u"list.xlsx"_s)).startsWith("PK"));
}

void TestOrderExport::shopsColumns_areReadAsTheSameOrders()
{
    openWindow();
    click(u"exportListButton"_s);
    choose(u"shopOrdersChoice"_s);
    QVERIFY2(fileEdit()->text().contains(u"/order_20"), qPrintable(fileEdit()->text()));
    QByteArray content = written(file(u"orders.csv"_s));
    QBuffer device(&content);
    QVERIFY(device.open(QIODevice::ReadOnly));
    const auto reader = OrderReader::open(device, OrderFileFormat::Auto);
    QVERIFY2(reader, qPrintable(reader ? QString() : reader.error()));
    QMap<qint64, Order> orders;
    while (const auto read = reader.value()->next()) {
        QVERIFY2(!read->refused, qPrintable(read->problems.value(0).message));
        orders.insert(read->order.shopOrderId, read->order);
    }
    QCOMPARE(orders.size(), 3);
    QCOMPARE(orders[2].customer.familyName, u"=HYPERLINK(\"x\")"_s);
    QCOMPARE(orders[2].customer.givenName, u"<b>\u202E𠮷\t&"_s);
    QCOMPARE(orders[2].note, u"一行目\n\"表\",=1+1"_s);
    QCOMPARE(orders[3].shipments.value(0).trackingNumber, u"1234-5678"_s);
    QCOMPARE(orders[1].totals.payableTotal, Yen{1000});
}

void TestOrderExport::shippingFile_hasItsOwnNameAndKindOfFile()
{
    openWindow();
    click(u"exportListButton"_s);
    choose(u"shopShippingChoice"_s);
    QVERIFY2(fileEdit()->text().contains(u"/shipping_20"), qPrintable(fileEdit()->text()));
    QVERIFY(OrderFixture::child<QRadioButton>(*dialog(), u"cp932Choice"_s)->isChecked());
    const auto text = decodeCp932(written(file(u"shipping.csv"_s)));
    QVERIFY(text);
    QCOMPARE(*text, u"出荷ID,お問い合わせ番号,出荷日\r\n903,1234-5678,2020-12-03\r\n"_s);
    QCOMPARE(note().section(u'\n', 0, 0), u"1行を書き出しました。"_s);
    clickIn(u"cancelExportButton"_s);
    QTRY_VERIFY(!dialog());
    // The kind of file goes back with the columns, and a name that somebody typed stays.
    click(u"exportListButton"_s);
    fileEdit()->setText(file(u"mine.csv"_s));
    choose(u"shopShippingChoice"_s);
    choose(u"shopOrdersChoice"_s);
    QVERIFY(OrderFixture::child<QRadioButton>(*dialog(), u"utf8Choice"_s)->isChecked());
    QCOMPARE(fileEdit()->text(), file(u"mine.csv"_s));
}

void TestOrderExport::charactersThatCannotBeWritten_areNamedBefore()
{
    openWindow();
    click(u"exportListButton"_s);
    choose(u"shopOrdersChoice"_s);
    choose(u"cp932Choice"_s);
    const QString name = file(u"cp932.csv"_s);
    fileEdit()->selectAll();
    QTest::keyClicks(fileEdit(), name);
    clickIn(u"startExportButton"_s);
    auto *replace = OrderFixture::child<QPushButton>(*dialog(), u"replaceButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(replace->isVisible(), PatienceMs);
    QVERIFY2(note().contains(u"2個"_s), qPrintable(note()));
    QVERIFY2(note().contains(u"行目の「お名前(名)」：U+202E"_s), qPrintable(note()));
    QVERIFY2(note().contains(u"行目の「お名前(名)」：𠮷（U+20BB7）"_s), qPrintable(note()));
    QVERIFY2(!note().contains(QChar(0x202E)), "a mark of direction in the window");
    QVERIFY(!QFile::exists(name));
    OrderFixture::picture(*dialog(), u"orderexport-characters"_s);
    clickIn(u"replaceButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(name), PatienceMs);
    QVERIFY(decodeCp932(contentOf(name)).value().contains(u",\"<b>〓〓\t&\","_s) ||
            decodeCp932(contentOf(name)).value().contains(u",<b>〓〓\t&,"_s));
}

void TestOrderExport::stopped_leavesTheFileThatWasThere()
{
    openWindow();
    const QString name = file(u"before.csv"_s);
    QFile before(name);
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.write("before");
    before.close();
    click(u"exportListButton"_s);
    fileEdit()->selectAll();
    QTest::keyClicks(fileEdit(), name);
    QVERIFY(note().contains(u"置き換わります"_s));
    QSemaphore gate;
    auto held = m_session->onReader({}, [&gate](Database &) { // so that it cannot be over yet
        gate.acquire();
        return true;
    });
    clickIn(u"startExportButton"_s);
    auto *cancel = OrderFixture::child<QPushButton>(*dialog(), u"cancelExportButton"_s);
    QCOMPARE(cancel->text(), u"中止"_s);
    QTest::mouseClick(cancel, Qt::LeftButton);
    gate.release();
    QTRY_VERIFY(!dialog());
    auto last = m_session->onReader({}, [](Database &) { return true; });
    QTRY_VERIFY_WITH_TIMEOUT(last.isFinished() && held.isFinished(), PatienceMs);
    QCOMPARE(contentOf(name), QByteArray("before"));
}

void TestOrderExport::menus_leadToTheSameDialog()
{
    openWindow();
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(dialog());
    clickIn(u"cancelExportButton"_s);
    QTRY_VERIFY(!dialog());
    action(u"historyAction"_s)->trigger();
    action(u"exportAction"_s)->trigger();
    QVERIFY(dialog() && list().isVisible()); // what is written is seen
    clickIn(u"cancelExportButton"_s);
    QTRY_VERIFY(!dialog());
    const QRect cell = list().table().visualRect(list().model().index(0, int(Column::Amount)));
    QContextMenuEvent event(QContextMenuEvent::Mouse, cell.center(),
                            list().table().viewport()->mapToGlobal(cell.center()));
    QCoreApplication::sendEvent(list().table().viewport(), &event);
    auto *menu = m_window->findChild<QMenu *>(u"rowMenu"_s);
    QVERIFY(menu && menu->isVisible());
    auto *entry = menu->findChild<QAction *>(u"exportRowsAction"_s);
    QVERIFY(!menu->findChild<QAction *>(u"copyTickedAction"_s)->isEnabled()); // nothing is ticked
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entry).center());
    QTRY_VERIFY(dialog());
}

void TestOrderExport::copy_hasTitlesAndNothingThatActs()
{
    openWindow();
    list().table().setTwoLines(false);
    QSignalSpy copied(&list().table(), &OrderTable::copied);
    list().table().setFocus();
    list().table().selectAll();
    QTest::keySequence(&list().table(), QKeySequence::Copy);
    QTRY_COMPARE_WITH_TIMEOUT(copied.count(), 1, PatienceMs);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QStringList lines = data->text().split(u'\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0].section(u'\t', 0, 1), u"注文者\t受注日時"_s);
    const qsizetype columns = lines[0].count(u'\t');
    for (const QString &line : lines) {
        QCOMPARE(line.count(u'\t'), columns); // a tab in a name does not move what stands behind it
    }
    QVERIFY(data->html().contains(u"&lt;b&gt;"_s) && !data->html().contains(u"<b>"_s));
    QTextDocument document;
    document.setHtml(data->html());
    const auto *table = document.rootFrame()->childFrames().isEmpty()
                            ? nullptr
                            : qobject_cast<QTextTable *>(document.rootFrame()->childFrames().first());
    QVERIFY(table);
    QCOMPARE(table->rows(), 4);
    QCOMPARE(table->columns(), int(columns) + 1);
}

void TestOrderExport::copyOfTicked_needsNoRowInSight()
{
    openWindow();
    tick(0);
    tick(2);
    list().table().clearSelection();
    QSignalSpy copied(&list().table(), &OrderTable::copied);
    list().table().setFocus();
    QTest::keySequence(&list().table(), QKeySequence::Copy);
    QTRY_COMPARE_WITH_TIMEOUT(copied.count(), 1, PatienceMs);
    QCOMPARE(copied.first().first().toInt(), 2);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[1].startsWith(u"3  "_s) && lines[2].startsWith(u"1  "_s), qPrintable(lines.join(u'|')));
}

/// A formula in a cell that is no number, and a text of all the signs that break rows.
void TestOrderExport::copyOfTooMany_pointsToTheFile()
{
    openWindow();
    list().table().copy(QList<OrderId>(20'001, OrderId{1}));
    const auto banners = list().findChildren<Banner *>();
    QVERIFY(std::any_of(banners.begin(), banners.end(), [](const Banner *banner) {
        return banner->isVisible() &&
               banner->text() ==
                   u"20,001件はコピーできません（20,000件まで）。「書き出し…」でファイルにしてください。"_s;
    }));
    CopiedRows rows({u"題"_s});
    rows.add({{u"=1+1\r\n\tx\u2028y"_s}, {u"-¥500"_s, true}});
    const auto data = rows.take();
    QCOMPARE(data->text(), u"題\n'=1+1   x y\t-¥500"_s);
    QVERIFY(data->html().contains(u"mso-number-format:'\\@'\">'=1+1"_s) ||
            data->html().contains(u"mso-number-format:'\\@'\">&#39;=1+1"_s));
}

} // namespace kessai

QTEST_MAIN(kessai::TestOrderExport)
#include "test_orderexport.moc"
