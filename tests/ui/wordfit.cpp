#include "tests/ui/wordfit.h"

#include "ui/models/cellroles.h"
#include "ui/widgets/badgepainting.h"
#include "ui/widgets/twolinedelegate.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTableView>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString found(const QWidget &widget, const QString &words, int has, int needs)
{
    return u"%1 “%2”: %3 of %4"_s.arg(widget.objectName(), words).arg(has).arg(needs);
}

void checkLabel(const QLabel &label, QStringList &misfits)
{
    if (label.wordWrap()) {
        const int needs = label.heightForWidth(label.width());
        if (needs > label.height()) {
            misfits.append(found(label, label.text(), label.height(), needs));
        }
    } else if (label.sizeHint().width() > label.width()) {
        misfits.append(found(label, label.text(), label.width(), label.sizeHint().width()));
    }
}

void checkWidth(const QWidget &widget, const QString &words, QStringList &misfits)
{
    if (widget.sizeHint().width() > widget.width()) {
        misfits.append(found(widget, words, widget.width(), widget.sizeHint().width()));
    }
}

void checkHeader(const QHeaderView &header, QStringList &misfits)
{
    if (header.orientation() == Qt::Vertical) {
        return;
    }
    for (int section = 0; section < header.count(); ++section) {
        const QString title = header.model()->headerData(section, Qt::Horizontal).toString();
        int needs = 2 * TwoLineDelegate::MarginPx;
        for (const QString &line : title.split(u'\n')) {
            needs = qMax(needs, header.fontMetrics().horizontalAdvance(line) + 2 * TwoLineDelegate::MarginPx);
        }
        if (!header.isSectionHidden(section) && needs > header.sectionSize(section)) {
            misfits.append(found(*header.parentWidget(), title, header.sectionSize(section), needs));
        }
    }
}

/// A state that is cut can be taken for another one; names and amounts may be longer than any column.
void checkBadges(const QTableView &table, QStringList &misfits)
{
    const auto *delegate = qobject_cast<const TwoLineDelegate *>(table.itemDelegate());
    if (!delegate) {
        return;
    }
    const QAbstractItemModel &model = *table.model();
    for (int row = qMax(0, table.rowAt(0)); row < model.rowCount() && table.rowViewportPosition(row) >= 0 &&
                                            table.rowViewportPosition(row) < table.viewport()->height();
         ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            for (const int role : {int(BadgeRole), int(SecondBadgeRole)}) {
                const QVariant badge = index.data(role);
                const bool shown = !table.isColumnHidden(column) && badge.canConvert<Badge>() &&
                                   (role == BadgeRole || delegate->twoLines());
                const int needs = shown ? badgeWidth(badge.value<Badge>(), table.fontMetrics()) +
                                              2 * TwoLineDelegate::MarginPx
                                        : 0;
                if (needs > table.columnWidth(column)) {
                    misfits.append(found(table, badge.value<Badge>().word, table.columnWidth(column), needs));
                }
            }
        }
    }
}

void checkTabs(const QTabBar &tabs, QStringList &misfits)
{
    for (int tab = 0; tab < tabs.count(); ++tab) {
        const int needs = tabs.fontMetrics().horizontalAdvance(tabs.tabText(tab));
        const bool scrolled = tabs.tabRect(tab).right() > tabs.width();
        if (needs > tabs.tabRect(tab).width() || scrolled) {
            misfits.append(found(tabs, tabs.tabText(tab), tabs.tabRect(tab).width(), needs));
        }
    }
}

} // namespace

QStringList wordsThatDoNotFit(const QWidget &window)
{
    QStringList misfits;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible()) {
            continue;
        }
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            checkLabel(*label, misfits);
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            const bool insideAnEdit = qobject_cast<const QLineEdit *>(button->parentWidget());
            if (!insideAnEdit && !button->text().isEmpty()) {
                checkWidth(*button, button->text(), misfits);
            }
        } else if (const auto *choice = qobject_cast<const QComboBox *>(widget)) {
            checkWidth(*choice, choice->currentText(), misfits);
        } else if (const auto *group = qobject_cast<const QGroupBox *>(widget)) {
            checkWidth(*group, group->title(), misfits);
        } else if (const auto *header = qobject_cast<const QHeaderView *>(widget)) {
            checkHeader(*header, misfits);
        } else if (const auto *table = qobject_cast<const QTableView *>(widget)) {
            checkBadges(*table, misfits);
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            checkTabs(*tabs, misfits);
        }
    }
    return misfits;
}

} // namespace kessai
