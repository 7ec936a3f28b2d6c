#pragma once

#include "ui/widgets/colours.h"

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace kessai {

/// One sentence across the window with a mark, at most a button or two, and a cross where it may be put away.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(Meaning meaning, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    void setMeaning(Meaning meaning);
    /// A button that says what it does; the banner stays until it is hidden.
    QPushButton *addButton(const QString &label, const QString &objectName, std::function<void()> action);
    void setClosable(bool closable);

signals:
    /// The person has put it away.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Meaning m_meaning;
    QHBoxLayout *m_layout;
    QLabel *m_label;
    QToolButton *m_close;
};

} // namespace kessai
