#include "ui/widgets/keysheet.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int ColumnCount = 3;

/// "ファイル(&F)" → "ファイル", "&File…" → "File…"
QString withoutMnemonic(QString text)
{
    static const QRegularExpression suffix(u"\\(&.\\)"_s);
    return text.remove(suffix).remove(u'&');
}

void addGroup(QGridLayout &grid, const KeySheet::Group &group)
{
    int row = grid.count() == 0 ? 0 : grid.rowCount();
    auto *title = new QLabel(group.title);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setTextFormat(Qt::PlainText);
    title->setContentsMargins(0, row == 0 ? 0 : 8, 0, 0);
    grid.addWidget(title, row++, 0, 1, 2);
    for (const KeySheet::Key &key : group.keys) {
        grid.addWidget(new QLabel(key.keys), row, 0);
        grid.addWidget(new QLabel(key.meaning), row++, 1);
    }
}

} // namespace

KeySheet::KeySheet(const QList<Group> &groups, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"keySheet"_s);
    setWindowTitle(tr("キー操作の一覧"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(40);
    qsizetype lines = 0;
    for (const Group &group : groups) {
        lines += group.keys.size() + 1;
    }
    // Side by side: one below the other they are higher than a small screen.
    const qsizetype linesOfAColumn = (lines + ColumnCount - 1) / ColumnCount;
    qsizetype shown = 0;
    QGridLayout *grid = nullptr;
    for (const Group &group : groups) {
        if (!grid || shown >= linesOfAColumn * columns->count()) {
            grid = new QGridLayout;
            grid->setHorizontalSpacing(20);
            grid->setVerticalSpacing(4);
            grid->setColumnStretch(1, 1);
            columns->addLayout(grid);
            columns->setAlignment(grid, Qt::AlignTop);
        }
        addGroup(*grid, group);
        shown += group.keys.size() + 1;
    }
    column->addLayout(columns);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addSpacing(8);
    column->addWidget(buttons);
}

QList<KeySheet::Key> KeySheet::keysOf(const QList<QAction *> &actions)
{
    QList<Key> keys;
    for (const QAction *action : actions) {
        QStringList shortcuts;
        for (const QKeySequence &shortcut : action->shortcuts()) {
            shortcuts.append(shortcut.toString(QKeySequence::NativeText));
        }
        if (!shortcuts.isEmpty()) {
            keys.append({shortcuts.join(u"  /  "_s), withoutMnemonic(action->text())});
        }
        if (const QMenu *menu = action->menu()) {
            keys += keysOf(menu->actions());
        }
    }
    return keys;
}

} // namespace kessai
