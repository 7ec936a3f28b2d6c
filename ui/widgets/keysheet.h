#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace kessai {

/// All keys of a window on one sheet. It reads them from the window's actions, so it cannot say anything
/// untrue.
class KeySheet : public QDialog
{
    Q_OBJECT

public:
    struct Key
    {
        QString keys;
        QString meaning;
    };
    struct Group
    {
        QString title;
        QList<Key> keys;
    };

    explicit KeySheet(const QList<Group> &groups, QWidget *parent = nullptr);

    /// The keys of these actions, those of their submenus included; actions without a key are left out.
    static QList<Key> keysOf(const QList<QAction *> &actions);
};

} // namespace kessai
