#pragma once

#include <QDialog>

class QListWidget;

namespace kessai {

/// Who sits at the desk: asked at the start where there are several, and whenever somebody else takes over.
class OperatorDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param current preselected; the first where it is none of them
    OperatorDialog(const QStringList &names, const QString &current, QWidget *parent);

signals:
    void chosen(const QString &name);

private:
    void choose();

    QListWidget *m_names;
};

} // namespace kessai
