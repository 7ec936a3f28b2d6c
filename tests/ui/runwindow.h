#pragma once

#include "tests/ui/orderfixture.h"
#include "ui/orders/orderlistpage.h"
#include "ui/runs/bulkpage.h"
#include "ui/widgets/paragraph.h"
#include "ui/work/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QTest>

namespace kessai {

/// The whole window over a shop with a simulator, for tests of bulk work: from the ticks of a list to the
/// report and back.
class RunWindow
{
protected:
    static constexpr int PatienceMs = 60'000;

    /// The program begins; after closeWindow() with the same shop.
    void openWindow();
    void closeWindow();
    void tickAll();
    void shot(const QString &name) { OrderFixture::picture(*m_window, name); }
    template <typename T>
    T *child(const QString &name) const
    {
        return OrderFixture::child<T>(*m_window, name);
    }
    QAction *action(const QString &name) const { return child<QAction>(name); }
    void click(const QString &name) const { QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton); }
    OrderListPage &list() const { return *m_window->orderList(); }
    QString title() const { return child<QLabel>(QStringLiteral("runTitle"))->text(); }
    /// How many of the run in sight ended so: 変わりました 3; "" while it is not read.
    QString part(const QString &key) const
    {
        const auto *entry = m_window->findChild<QAbstractButton *>(QStringLiteral("part_") + key);
        return entry ? entry->text() : QString();
    }
    QString words(const QString &name) const { return child<Paragraph>(name)->sentences(); }
    /// Whether the run in sight has come to its end; false in a preview.
    bool isOver() const
    {
        return child<BulkPage>(QStringLiteral("bulkPage"))->shownRun() &&
               (title().endsWith(QStringLiteral("終わりました")) ||
                title().endsWith(QStringLiteral("中止しました")));
    }
    int asked(const QString &call) const { return m_shop->gateway.arrived(call); }
    int sent() const { return asked(QStringLiteral("AlterTran")); }

    bool m_opensToday = false; ///< as kessai-desk does
    std::unique_ptr<OrderFixture> m_shop;
    std::unique_ptr<ShopSession> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace kessai
