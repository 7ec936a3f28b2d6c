#include "ui/orders/pager.h"

#include "ui/models/ordertablemodel.h"
#include "ui/text/formats.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;

Pager::Pager(OrderTableModel &model, const QString &namePrefix, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_namePrefix(namePrefix)
    , m_rows(new QComboBox(this))
    , m_back(addArrow(u"go-previous"_s, tr("前のページ"), u"previousPage"_s, -1))
    , m_place(new QLabel(this))
    , m_forward(addArrow(u"go-next"_s, tr("次のページ"), u"nextPage"_s, 1))
{
    m_rows->setObjectName(namePrefix + u"rowsPerPage"_s);
    m_rows->setAccessibleName(tr("表示件数"));
    for (const int rows : {10, 20, 30, 40, 50, 60, 70, 80, 90, 100}) {
        m_rows->addItem(tr("%1件").arg(rows), rows);
    }
    m_rows->addItem(tr("すべて"), 0);
    m_rows->setCurrentIndex(m_rows->count() - 1);
    m_place->setObjectName(namePrefix + u"pagePlace"_s);
    m_place->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new QLabel(tr("表示件数"), this));
    row->addWidget(m_rows);
    row->addWidget(m_back);
    row->addWidget(m_place);
    row->addWidget(m_forward);
    connect(m_rows, &QComboBox::activated, this, [this] {
        const int rows = m_rows->currentData().toInt();
        m_model.setRowsPerPage(rows);
        emit rowsPerPageChosen(rows);
    });
    connect(&model, &OrderTableModel::found, this, &Pager::showPlace);
    connect(&model, &OrderTableModel::pageShown, this, &Pager::showPlace);
    showPlace();
}

QToolButton *Pager::addArrow(const QString &icon, const QString &name, const QString &objectName, int step)
{
    auto *button = new QToolButton(this);
    button->setObjectName(m_namePrefix + objectName);
    button->setAutoRaise(true);
    button->setIcon(themedIcon(icon, palette()));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this,
            [this, step] { m_model.showPage(m_model.pageNumber() + step); });
    return button;
}

void Pager::setRowsPerPage(int rows)
{
    int chosen = m_rows->count() - 1;
    for (int place = 0; rows > 0 && place < m_rows->count() - 1; ++place) {
        if (m_rows->itemData(place).toInt() >= rows) {
            chosen = place;
            break;
        }
    }
    const QSignalBlocker quiet(m_rows);
    m_rows->setCurrentIndex(chosen);
    m_model.setRowsPerPage(m_rows->currentData().toInt());
}

void Pager::showPlace()
{
    const bool paged = m_model.rowsPerPage() > 0;
    const int page = m_model.pageNumber();
    for (QWidget *widget : {static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_place),
                            static_cast<QWidget *>(m_forward)}) {
        widget->setVisible(paged);
    }
    m_back->setEnabled(page > 0);
    m_forward->setEnabled(page + 1 < m_model.pageCount());
    m_place->setText(tr("%1 / %2ページ").arg(Formats::count(page + 1), Formats::count(m_model.pageCount())));
}

} // namespace kessai
