#include "ui/work/operatordialog.h"

#include "ui/widgets/paragraph.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShownNames = 8; ///< more scroll

} // namespace

OperatorDialog::OperatorDialog(const QStringList &names, const QString &current, QWidget *parent)
    : QDialog(parent), m_names(new QListWidget(this))
{
    setObjectName(u"operatorDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("担当者を選ぶ"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(new Paragraph(tr("操作する担当者を選んでください。名前は決済ログに残ります。"), this));
    m_names->setObjectName(u"operatorNames"_s);
    m_names->setAccessibleName(tr("担当者"));
    m_names->addItems(names);
    m_names->setCurrentRow(qMax(0, int(names.indexOf(current))));
    const int row = fontMetrics().height() + 14;
    for (int place = 0; place < m_names->count(); ++place) {
        m_names->item(place)->setSizeHint({0, row});
    }
    m_names->setFixedHeight(row * qBound(2, m_names->count(), ShownNames) + 4);
    column->addWidget(m_names);
    auto *cancel = new QPushButton(tr("キャンセル"), this);
    cancel->setObjectName(u"cancelOperatorButton"_s);
    cancel->setAutoDefault(false);
    auto *choose = new QPushButton(tr("この担当者で操作する"), this);
    choose->setObjectName(u"chooseOperatorButton"_s);
    choose->setProperty("primary", true);
    choose->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(choose);
    column->addLayout(buttons);
    setMinimumWidth(fontMetrics().height() * 26);
    m_names->setFocus();
    connect(m_names, &QListWidget::itemDoubleClicked, this, &OperatorDialog::choose);
    connect(choose, &QPushButton::clicked, this, &OperatorDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void OperatorDialog::choose()
{
    emit chosen(m_names->currentItem()->text());
    accept();
}

} // namespace kessai
