#include "tests/ui/runwindow.h"

#include "ui/orders/ordertable.h"

#include <QSignalSpy>

namespace kessai {

using namespace Qt::StringLiterals;

void RunWindow::openWindow()
{
    if (!m_shop->session) {
        m_shop->open(); // reads the payments
    }
    const QString folder = m_shop->session->dataFolder();
    if (m_shop->session->state() == ShopSession::State::Open) {
        QSignalSpy closed(m_shop->session.get(), &ShopSession::closed);
        m_shop->session->close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    }
    m_session = std::make_unique<ShopSession>();
    m_window = std::make_unique<MainWindow>(*m_session);
    if (m_opensToday) {
        m_window->setOpensToday();
    }
    Shop::Options options;
    options.dataFolder = folder;
    options.operatorName = u"佐藤"_s;
    m_window->resize(1280, 800);
    m_window->openShop(options);
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->orderList() && list().model().rowCount() > 0, PatienceMs);
    if (!m_opensToday) { // rows are read where somebody looks at them
        QTRY_VERIFY_WITH_TIMEOUT(list().model().summaryAt(0), PatienceMs);
    }
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void RunWindow::closeWindow()
{
    if (m_session && m_session->state() == ShopSession::State::Open) {
        QSignalSpy closed(m_session.get(), &ShopSession::closed);
        m_session->close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    }
    m_window.reset();
    m_session.reset();
}

void RunWindow::tickAll()
{
    list().table().setFocus();
    QTest::keyClick(&list().table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!list().ticks().isEmpty(), PatienceMs);
}

} // namespace kessai
