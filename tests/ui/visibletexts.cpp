#include "tests/ui/visibletexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QWidget>

namespace kessai {

namespace {

constexpr int RowsMaximum = 500;
constexpr int RolesMaximum = Qt::UserRole + 32;

void addRoles(const QAbstractItemModel &model, const QModelIndex &index, QStringList &texts)
{
    for (int role = 0; role < RolesMaximum; ++role) {
        texts.append(model.data(index, role).toString());
    }
}

void addModel(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &texts)
{
    const int rows = qMin(RowsMaximum, model.rowCount(parent));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            addRoles(model, index, texts);
            if (model.hasChildren(index)) {
                addModel(model, index, texts);
            }
        }
    }
    for (int column = 0; column < model.columnCount(parent); ++column) {
        texts.append(model.headerData(column, Qt::Horizontal).toString());
    }
}

void addWords(const QWidget &widget, QStringList &texts)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        texts.append(label->text());
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        texts.append(button->text());
    } else if (const auto *group = qobject_cast<const QGroupBox *>(&widget)) {
        texts.append(group->title());
    } else if (const auto *edit = qobject_cast<const QLineEdit *>(&widget)) {
        texts.append({edit->displayText(), edit->placeholderText()});
        if (edit->echoMode() == QLineEdit::Normal) {
            texts.append(edit->text());
        }
    } else if (const auto *choice = qobject_cast<const QComboBox *>(&widget)) {
        addModel(*choice->model(), {}, texts);
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        if (view->model()) {
            addModel(*view->model(), {}, texts);
        }
    } else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab) {
            texts.append({tabs->tabText(tab), tabs->tabToolTip(tab)});
        }
    }
}

} // namespace

QStringList visibleTexts()
{
    QStringList texts{QApplication::clipboard()->text()};
    for (const QWidget *widget : QApplication::allWidgets()) {
        texts.append({widget->windowTitle(), widget->toolTip(), widget->statusTip(), widget->whatsThis(),
                      widget->accessibleName(), widget->accessibleDescription(), widget->objectName()});
        for (const QAction *action : widget->actions()) {
            texts.append({action->text(), action->toolTip(), action->statusTip(), action->data().toString()});
        }
        addWords(*widget, texts);
    }
    texts.removeAll({});
    return texts;
}

} // namespace kessai
