#pragma once

#include <QCheckBox>

class QMenu;

namespace kessai {

class OrderTableModel;
class Ticks;

/// The check box in a list's header (S114): none, some or all of the rows in sight. It asks what is meant:
/// this page, all that match, or none.
class TickBox : public QCheckBox
{
    Q_OBJECT

public:
    TickBox(const OrderTableModel &model, const Ticks &ticks, QWidget *parent = nullptr);

    /// By Space, click, or a click into its column of the header.
    void askWhat();

signals:
    void shownAsked();
    void allAsked();
    void noneAsked();

protected:
    /// What is asked decides, not the click.
    void nextCheckState() override {}
    void paintEvent(QPaintEvent *event) override;

private:
    void showState();
    void fillMenu(QMenu &menu);

    const OrderTableModel &m_model;
    const Ticks &m_ticks;
};

} // namespace kessai
