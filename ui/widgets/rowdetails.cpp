#include "ui/widgets/rowdetails.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QKeyEvent>

namespace kessai {

namespace {

constexpr int Lines = 4;

} // namespace

RowDetails::RowDetails(const QString &objectName, QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(objectName);
    setAccessibleName(tr("選んでいる行の内容"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Window); // belongs to the page, not to the rows above it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(10);
    setPlaceholderText(tr("行を選ぶと、その内容と理由をここに表示します。"));
    fitHeight();
}

void RowDetails::follow(QAbstractItemView &table)
{
    m_table = m_table ? m_table : &table;
    const auto changed = [this, of = &table] {
        if (m_table == of) {
            showRow();
        }
    };
    const auto *model = table.model();
    connect(table.selectionModel(), &QItemSelectionModel::currentChanged, this, changed);
    connect(model, &QAbstractItemModel::modelReset, this, changed);
    connect(model, &QAbstractItemModel::rowsRemoved, this, changed);
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this, of = &table](const QModelIndex &first, const QModelIndex &last) {
                const int row = of->currentIndex().row();
                if (m_table == of && row >= first.row() && row <= last.row()) {
                    showRow();
                }
            });
}

void RowDetails::showRowOf(QAbstractItemView &table)
{
    m_table = &table;
    showRow();
}

/// The same words again would throw away what is selected.
void RowDetails::showRow()
{
    const QModelIndex current = m_table ? m_table->currentIndex() : QModelIndex();
    const QString text = current.data(DetailsRole).toString();
    if (text != m_shown) {
        m_shown = text;
        setPlainText(text);
    }
}

void RowDetails::fitHeight()
{
    const int frame = 2 * frameWidth() + 2 * int(document()->documentMargin());
    setFixedHeight(Lines * fontMetrics().lineSpacing() + frame);
}

void RowDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        event->ignore(); // the page's
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void RowDetails::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitHeight();
    }
}

} // namespace kessai
