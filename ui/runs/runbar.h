#pragma once

#include "ui/runs/runwords.h"

#include <QWidget>

namespace kessai {

/// One bar made of coloured and patterned parts: how a run stands. The words and numbers stand beside it.
class RunBar : public QWidget
{
    Q_OBJECT

public:
    /// @param heightPx of the bar; a thin one for the status bar
    explicit RunBar(int heightPx, QWidget *parent = nullptr);

    void setParts(const QList<RunPart> &parts);
    [[nodiscard]] const QList<RunPart> &parts() const { return m_parts; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_heightPx;
    QList<RunPart> m_parts;
};

/// The part's colour and pattern as a small square, to stand beside its word.
QPixmap runPartPixmap(const RunPart &part, int sizePx, const QWidget &on);

} // namespace kessai
