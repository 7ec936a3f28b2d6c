#include "tests/ui/orderfixture.h"
#include "tests/ui/pdftext.h"
#include "ui/models/sessionordersource.h"
#include "ui/papers/deliverynotedialog.h"
#include "ui/papers/deliverynoteentry.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

/// 納品書… from the orders of a list to the file.
class TestDeliveryNoteDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init()
    {
        m_shop = std::make_unique<OrderFixture>();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_window.reset();
        m_source.reset();
        m_settings.reset();
        m_orders.clear();
        m_shop.reset();
    }

    void selected_isPrintedIntoAPdf();
    void ticked_goBeforeSelected();
    void texts_areKeptForTheOperator();
    void stopped_leavesNothing();
    void unwritableFile_isTold();
    void printer_takesAllNotes();
    void fiveHundred_areMade();

private:
    void addOrders(int count)
    {
        for (int number = 1; number <= count; ++number) {
            m_orders.prepend(m_shop->add({.number = number, .payable = Yen{1000 + number}, .linked = false}));
        }
    }
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    DeliveryNoteDialog *dialog() const { return m_window->findChild<DeliveryNoteDialog *>(); }
    QLineEdit *edit(const QString &name) const { return OrderFixture::child<QLineEdit>(*dialog(), name); }
    QString note() const
    {
        return OrderFixture::child<Paragraph>(*dialog(), u"deliveryNoteText"_s)->sentences();
    }
    QPushButton *button(const QString &name) const
    {
        return OrderFixture::child<QPushButton>(*dialog(), name);
    }
    void openWindow()
    {
        m_shop->open();
        m_source = std::make_unique<SessionOrderSource>(*m_shop->session);
        m_settings = std::make_unique<QSettings>(file(u"window.ini"_s), QSettings::IniFormat);
        m_window = std::make_unique<QWidget>();
        m_window->show();
    }
    void openDialog(const OrderTicks &ticks = {})
    {
        openDeliveryNotes(*m_window, *m_shop->session, *m_source, *m_settings,
                          {ticks, {u"number"_s, true}, m_orders.mid(0, 1)});
        QTRY_VERIFY_WITH_TIMEOUT(dialog() && button(u"notePdfButton"_s)->isEnabled(), PatienceMs);
    }
    static OrderTicks allTicked()
    {
        OrderTicks ticks;
        ticks.everything = true;
        return ticks;
    }
    void closeDialog()
    {
        QTest::mouseClick(button(u"noteCloseButton"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog(), PatienceMs);
    }
    /// Names the file and lets it be saved.
    void startPdf(const QString &name)
    {
        QTest::mouseClick(button(u"notePdfButton"_s), Qt::LeftButton);
        auto *choice = dialog()->findChild<QFileDialog *>(u"notePdfFileDialog"_s);
        QVERIFY(choice && choice->isVisible());
        auto *typed = OrderFixture::child<QLineEdit>(*choice, u"fileNameEdit"_s);
        typed->setText(name); // typing would open a list of files above the button
        auto *buttons = OrderFixture::child<QDialogButtonBox>(*choice, u"buttonBox"_s);
        QTest::mouseClick(buttons->button(QDialogButtonBox::Save), Qt::LeftButton);
        QTRY_VERIFY(!dialog()->findChild<QFileDialog *>()); // else the next would be taken for this one
    }
    QStringList savedPages(const QString &name)
    {
        startPdf(name);
        const bool done = QTest::qWaitFor([this] { return note().contains(u"保存しました"_s); }, PatienceMs);
        return done ? copiedPages(contentOf(name)) : QStringList{note()};
    }

    static constexpr int PatienceMs = 20'000;
    std::unique_ptr<OrderFixture> m_shop;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SessionOrderSource> m_source;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<QWidget> m_window;
    QList<OrderId> m_orders; ///< the newest first
};

void TestDeliveryNoteDialog::selected_isPrintedIntoAPdf()
{
    addOrders(3);
    openWindow();
    openDialog();
    const auto *preview = OrderFixture::child<QLabel>(*dialog(), u"notePreview"_s);
    QVERIFY(!preview->pixmap(Qt::ReturnByValue).isNull());
    const QImage before = preview->pixmap(Qt::ReturnByValue).toImage();
    edit(u"noteMessageEdit2"_s)->setFocus();
    QTest::keyClicks(edit(u"noteMessageEdit2"_s), u"Thank you <b>"_s);
    OrderFixture::child<QDateEdit>(*dialog(), u"noteDayEdit"_s)->setDate(QDate(2020, 12, 24));
    QTRY_VERIFY_WITH_TIMEOUT(preview->pixmap(Qt::ReturnByValue).toImage() != before, PatienceMs);
    OrderFixture::picture(*dialog(), u"deliverynote-dialog"_s);
    QCOMPARE(OrderFixture::cramped(*dialog()), QStringList());
    const QStringList pages = savedPages(file(u"one.pdf"_s));
    QCOMPARE(pages.size(), 1);
    QVERIFY2(pages[0].contains(u"ご注文番号 3"_s), qPrintable(pages[0]));
    QVERIFY(pages[0].contains(u"Thank you <b>"_s) && pages[0].contains(u"発行日 2020/12/24"_s));
    QCOMPARE(note(), u"1件の納品書（1ページ）を保存しました。"_s);
}

void TestDeliveryNoteDialog::ticked_goBeforeSelected()
{
    addOrders(3);
    openWindow();
    openDialog(allTicked());
    const QStringList pages = savedPages(file(u"all.pdf"_s));
    QCOMPARE(pages.size(), 3);
    for (int page = 0; page < 3; ++page) { // in the list's order
        QVERIFY2(pages[page].contains(u"ご注文番号 %1"_s.arg(3 - page)), qPrintable(pages[page]));
    }
}

void TestDeliveryNoteDialog::texts_areKeptForTheOperator()
{
    addOrders(1);
    openWindow();
    openDialog();
    QCOMPARE(edit(u"noteTitleEdit"_s)->text(), DeliveryNote::usualTitle());
    edit(u"noteRemarkEdit1"_s)->setText(u"返品は八日以内"_s);
    edit(u"noteMessageEdit1"_s)->clear();
    closeDialog();
    openDialog();
    QCOMPARE(edit(u"noteRemarkEdit1"_s)->text(), u"返品は八日以内"_s);
    QCOMPARE(edit(u"noteMessageEdit1"_s)->text(), QString());
    closeDialog();
    m_shop->session->setOperatorName(u"山田/花"_s);
    openDialog();
    QCOMPARE(edit(u"noteRemarkEdit1"_s)->text(), QString());
    QCOMPARE(edit(u"noteMessageEdit1"_s)->text(), DeliveryNote::usualMessage());
}

void TestDeliveryNoteDialog::stopped_leavesNothing()
{
    addOrders(2);
    openWindow();
    openDialog(allTicked());
    QSemaphore gate;
    auto held = m_shop->session->onReader({}, [&gate](Database &) { // so that it cannot be over yet
        gate.acquire();
        return true;
    });
    startPdf(file(u"stopped.pdf"_s));
    QTRY_COMPARE_WITH_TIMEOUT(button(u"noteCloseButton"_s)->text(), u"中止"_s, PatienceMs);
    QTest::mouseClick(button(u"noteCloseButton"_s), Qt::LeftButton);
    gate.release();
    QCOMPARE(note(), u"中止しました。"_s);
    auto last = m_shop->session->onReader({}, [](Database &) { return true; });
    QTRY_VERIFY_WITH_TIMEOUT(last.isFinished() && held.isFinished(), PatienceMs);
    QVERIFY(!QFile::exists(file(u"stopped.pdf"_s)));
    QCOMPARE(savedPages(file(u"again.pdf"_s)).size(), 2);
}

void TestDeliveryNoteDialog::unwritableFile_isTold()
{
    addOrders(1);
    openWindow();
    NotesPdf job(*m_shop->session, {{m_orders[0]}, {u"納品書"_s, QDate(2020, 12, 3), {}, {}, {}}, {}},
                 file(u"no/such/folder.pdf"_s), nullptr);
    QSignalSpy failed(&job, &NotesJob::failed);
    job.start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, PatienceMs);
    QVERIFY(failed[0][0].toString().contains(u"保存できませんでした"_s));
}

/// A printer that prints into a file.
void TestDeliveryNoteDialog::printer_takesAllNotes()
{
    addOrders(25); // more than are read at once
    openWindow();
    openDialog();
    QTest::mouseClick(button(u"notePrintButton"_s), Qt::LeftButton);
    auto *choice = dialog()->findChild<QPrintDialog *>(u"notePrintDialog"_s);
    QVERIFY(choice && choice->isVisible());
    choice->reject();
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(file(u"printed.pdf"_s));
    NotesPrint job(*m_shop->session, {m_orders, dialog()->texts(), QApplication::font().families()},
                   std::move(printer), nullptr);
    QSignalSpy finished(&job, &NotesJob::finished);
    job.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, PatienceMs);
    QCOMPARE(finished[0][1].toInt(), 25);
    QCOMPARE(copiedPages(contentOf(file(u"printed.pdf"_s))).size(), 25);
}

void TestDeliveryNoteDialog::fiveHundred_areMade()
{
    addOrders(500);
    openWindow();
    openDialog(allTicked());
    QElapsedTimer timer;
    timer.start();
    const QStringList pages = savedPages(file(u"many.pdf"_s));
    const qint64 neededMs = timer.elapsed();
    QCOMPARE(pages.size(), 500);
    QVERIFY(pages[0].contains(u"ご注文番号 500"_s) && pages[499].contains(u"ご注文番号 1"_s));
    QVERIFY(pages[250].contains(u"髙橋 花子 様"_s) && pages[250].contains(u"有田焼 湯呑み（藍）"_s));
    const QByteArray pdf = contentOf(file(u"many.pdf"_s));
    QVERIFY(countIn(pdf, "/FontFile2 ") > 0);
    QCOMPARE(countIn(pdf, "/ToUnicode "), countIn(pdf, "/FontFile2 "));
    QCOMPARE(countIn(pdf, "/Type /Page\n"), 500);
    qInfo("500 notes in %lld ms, %lld KiB", neededMs, qint64(pdf.size() / 1024));
}

} // namespace kessai

QTEST_MAIN(kessai::TestDeliveryNoteDialog)
#include "test_deliverynotedialog.moc"
