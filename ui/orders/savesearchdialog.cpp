#include "ui/orders/savesearchdialog.h"

#include "core/storage/savedsearches.h"
#include "ui/widgets/paragraph.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

SaveSearchDialog::SaveSearchDialog(const QStringList &conditions, QWidget *parent)
    : QDialog(parent), m_name(new QLineEdit(this)), m_save(new QPushButton(tr("保存"), this))
{
    setObjectName(u"saveSearchDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("今の条件を保存"));
    const QString what = conditions.isEmpty() ? tr("条件のない一覧を保存します。")
                                              : tr("次の条件を保存します。\n%1").arg(conditions.join(u'\n'));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(new Paragraph(what, this));
    auto *caption = new QLabel(tr("名前（同じ名前の検索は置き換えられます）"), this);
    caption->setBuddy(m_name);
    m_name->setObjectName(u"searchName"_s);
    m_name->setAccessibleName(caption->text());
    m_name->setMaxLength(SavedSearches::NameMaximum);
    column->addWidget(caption);
    column->addWidget(m_name);
    auto *cancel = new QPushButton(tr("キャンセル"), this);
    cancel->setObjectName(u"cancelSaveSearch"_s);
    cancel->setAutoDefault(false);
    m_save->setObjectName(u"confirmSaveSearch"_s);
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    m_save->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_save->setEnabled(!text.trimmed().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        emit nameChosen(m_name->text().trimmed());
        accept();
    });
    setMinimumWidth(fontMetrics().height() * 24);
}

} // namespace kessai
