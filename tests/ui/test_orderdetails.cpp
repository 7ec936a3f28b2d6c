#include "ui/payments/orderdetails.h"
#include "ui/widgets/paragraph.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

class TestOrderDetails : public QObject
{
    Q_OBJECT

private slots:
    void shortNote_isShownWhole();
    void noteOfMegabytes_isShownAsFarAsItCanBeRead();
    void cardNumberWhereTheBeginningEnds_isNotShown();

private:
    /// @returns what stands there of the note
    QString show(const QString &note)
    {
        m_details = std::make_unique<OrderDetails>();
        Order order;
        order.note = note;
        m_details->setOrder(order);
        m_details->show();
        return m_details->findChild<Paragraph *>(u"noteBeginning"_s)->sentences();
    }
    QString whole()
    {
        QTest::mouseClick(m_details->findChild<QPushButton *>(u"wholeNoteButton"_s), Qt::LeftButton);
        const auto *text = m_details->findChild<QPlainTextEdit *>(u"wholeNote"_s);
        return text && text->isReadOnly() && text->isVisible() ? text->toPlainText() : QString();
    }

    const QString m_cardNumber = u"4111 1111 1111 1111"_s;
    std::unique_ptr<OrderDetails> m_details;
};

void TestOrderDetails::shortNote_isShownWhole()
{
    QCOMPARE(show(u"平日の午前中"_s), u"平日の午前中"_s);
    QVERIFY(!m_details->findChild<QPushButton *>(u"wholeNoteButton"_s));
}

void TestOrderDetails::noteOfMegabytes_isShownAsFarAsItCanBeRead()
{
    const QString line = u"カード "_s + m_cardNumber + u"\n"_s;
    const QString note = line + QString(2'000'000, u'あ') + u"終"_s;
    QCOMPARE(show(note).size(), 2000 - (line.size() - u"カード **** 1111\n"_s.size()));
    const QString rest = m_details->findChild<Paragraph *>(u"noteRest"_s)->sentences();
    QVERIFY2(rest.contains(u"1,998,025 文字"_s), qPrintable(rest));
    const QString shown = whole();
    QVERIFY(shown.startsWith(u"カード **** 1111\n"_s) && shown.endsWith(u"終"_s));
    const QStringList lines = shown.split(u'\n');
    QVERIFY(std::all_of(lines.begin(), lines.end(), [](const QString &one) { return one.size() <= 1000; }));
    QCOMPARE(shown.count(u'あ'), 2'000'000);
}

void TestOrderDetails::cardNumberWhereTheBeginningEnds_isNotShown()
{
    const QString shown = show(QString(1990, u'あ') + m_cardNumber + QString(100, u'い'));
    QCOMPARE(shown, QString(1990, u'あ'));
    QVERIFY(whole().contains(u"**** 1111"_s));
}

} // namespace kessai

QTEST_MAIN(kessai::TestOrderDetails)
#include "test_orderdetails.moc"
