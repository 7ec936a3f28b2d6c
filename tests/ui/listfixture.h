#pragma once

#include "tests/ui/fakeordersource.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/text/language.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace kessai {

/// A list over orders in memory, shown off-screen.
struct ListFixture
{
    using Column = OrderTableModel::Column;

    explicit ListFixture(int orders, const ListLayout &layout = ListLayout::payments(),
                         const QString &language = QStringLiteral("ja"))
        : layoutOfList(layout)
    {
        words.install(language);
        source.fill(orders);
        makePage();
    }
    ~ListFixture()
    {
        page.reset();
        words.install(QStringLiteral("ja"));
    }
    void makePage()
    {
        page.reset();
        page = std::make_unique<OrderListPage>(source, counts, settings, layoutOfList);
        page->resize(1300, 800);
        page->setOrderWindowFactory([this](OrderId id) { opened.append(id.value); });
    }
    void start()
    {
        page->show();
        QSignalSpy found(&page->model(), &OrderTableModel::found);
        page->start();
        QTRY_COMPARE(found.count(), 1);
        if (page->model().rowCount() > 0) {
            QTRY_VERIFY(page->model().summaryAt(0));
        }
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }
    /// By its name without the prefix of the layout.
    template <typename T>
    T *child(const QString &name) const
    {
        return page->findChild<T *>(layoutOfList.name(name));
    }
    [[nodiscard]] QString result() const { return child<QLabel>(QStringLiteral("resultLabel"))->text(); }
    [[nodiscard]] QString tickCount() const { return child<QLabel>(QStringLiteral("tickCount"))->text(); }
    OrderTable &table() const { return page->table(); }
    OrderTableModel &model() const { return page->model(); }

    [[nodiscard]] QPoint cell(int row, Column column) const
    {
        return table().visualRect(model().index(row, int(column))).center();
    }
    void click(int row, Column column, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(table().viewport(), Qt::LeftButton, modifiers, cell(row, column));
    }
    /// The ids of the rows that show a tick.
    [[nodiscard]] QList<qint64> ticked() const
    {
        QList<qint64> ids;
        for (int row = 0; row < model().rowCount(); ++row) {
            const QModelIndex index = model().index(row, int(Column::Tick));
            if (index.data(Qt::CheckStateRole).toInt() == Qt::Checked) {
                ids.append(model().idAt(row).value);
            }
        }
        return ids;
    }
    /// An entry of a menu that is open now.
    [[nodiscard]] QAction *menuEntry(const QString &name) const
    {
        for (QMenu *menu : page->findChildren<QMenu *>()) {
            QAction *entry = menu->findChild<QAction *>(name);
            if (entry && menu->isVisible()) {
                return entry;
            }
        }
        return nullptr;
    }
    static void choose(QAction *entry)
    {
        auto *menu = qobject_cast<QMenu *>(entry->parent());
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entry).center());
    }
    /// Pictures are kept where KESSAI_PICTURES names a folder.
    void picture(const QString &name, QWidget *widget = nullptr) const
    {
        const QString folder = qEnvironmentVariable("KESSAI_PICTURES");
        if (!folder.isEmpty()) {
            QCoreApplication::sendPostedEvents(); // laid out anew
            (widget ? widget : page.get())->grab().save(folder + u'/' + name + QStringLiteral(".png"));
        }
    }

    ListLayout layoutOfList;
    Language words;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    FakeOrderSource source;
    CountsModel counts{source};
    std::unique_ptr<OrderListPage> page;
    QList<qint64> opened;
};

} // namespace kessai
