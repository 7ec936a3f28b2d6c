#include "ui/editing/itemdelegate.h"

#include "ui/editing/itemtablemodel.h"

#include <QComboBox>
#include <QLineEdit>

namespace kessai {

using namespace Qt::StringLiterals;

QWidget *ItemDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    Q_UNUSED(option)
    QWidget *editor = nullptr;
    if (index.column() == ItemTableModel::Taxation) {
        auto *choice = new QComboBox(parent);
        for (const TaxType type : {TaxType::Taxable, TaxType::Untaxed, TaxType::TaxExempt}) {
            choice->addItem(ItemTableModel::labelOf(type), int(type));
        }
        editor = choice;
    } else {
        editor = new QLineEdit(parent);
    }
    editor->setObjectName(u"cellEditor"_s);
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    editor->setAutoFillBackground(true);
    return editor;
}

void ItemDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *choice = qobject_cast<QComboBox *>(editor)) {
        choice->setCurrentIndex(choice->findData(value));
    } else if (auto *line = qobject_cast<QLineEdit *>(editor); line && line->text() != value.toString()) {
        line->setText(value.toString());
    }
}

void ItemDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *choice = qobject_cast<QComboBox *>(editor)) {
        model->setData(index, choice->currentData(), Qt::EditRole);
    } else if (const auto *line = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, line->text(), Qt::EditRole);
    }
}

} // namespace kessai
