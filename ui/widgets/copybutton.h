#pragma once

#include <QToolButton>

namespace kessai {

/// Puts one value on the clipboard and says so.
class CopyButton : public QToolButton
{
    Q_OBJECT

public:
    /// @param label what is copied, for the tooltip: 「決済オーダーID」
    CopyButton(const QString &label, QWidget *parent = nullptr);

    /// Disabled while there is nothing to copy.
    void setValue(const QString &value);
    [[nodiscard]] const QString &value() const { return m_value; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy();

    QString m_value;
};

} // namespace kessai
