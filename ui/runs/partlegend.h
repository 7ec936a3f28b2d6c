#pragma once

#include "ui/runs/runwords.h"

#include <QWidget>

class QButtonGroup;

namespace kessai {

class FlowLayout;

/// Word and number of each part of a bar, and of all together; a click shows its rows only.
class PartLegend : public QWidget
{
    Q_OBJECT

public:
    /// @param prefix of the buttons' object names: prefix_done, prefix_all
    PartLegend(const QString &prefix, QWidget *parent = nullptr);

    /// The same parts each time, or others from the beginning.
    void setParts(const QList<RunPart> &parts);
    /// @param part -1: all
    void choose(int part);
    [[nodiscard]] int chosenPart() const { return m_chosen; }

signals:
    /// By hand. @param part -1: all
    void chosen(int part);

private:
    void build(const QList<RunPart> &parts);

    QString m_prefix;
    QStringList m_keys;
    QButtonGroup *m_buttons = nullptr;
    FlowLayout *m_row;
    int m_chosen = -1;
};

} // namespace kessai
