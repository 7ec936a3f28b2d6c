#include "ui/widgets/chipbar.h"

#include "ui/widgets/flowlayout.h"

#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;

ChipBar::ChipBar(QWidget *parent) : QWidget(parent), m_layout(new FlowLayout(6, 4))
{
    setLayout(m_layout);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipBar::setChips(const QList<Chip> &chips)
{
    if (chips == m_chips) {
        return;
    }
    m_chips = chips;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one whose click brought us here
        delete item;
    }
    for (const Chip &chip : chips) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"chip_"_s + chip.key);
        button->setProperty("chip", true);
        button->setText(QString(chip.text).replace(u'&', u"&&"_s) + u"  ✕"_s);
        button->setToolTip(tr("この条件を外す"));
        button->setAccessibleName(tr("条件を外す: %1").arg(chip.text));
        connect(button, &QToolButton::clicked, this, [this, key = chip.key] { emit removed(key); });
        m_layout->addWidget(button);
        button->show();
    }
    updateGeometry();
}

} // namespace kessai
