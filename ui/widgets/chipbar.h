#pragma once

#include <QList>
#include <QWidget>

namespace kessai {

class FlowLayout;

/// The conditions in force as small buttons that can be clicked away (S31).
class ChipBar : public QWidget
{
    Q_OBJECT

public:
    struct Chip
    {
        QString key; ///< given back by removed()
        QString text;

        bool operator==(const Chip &) const = default;
    };

    explicit ChipBar(QWidget *parent = nullptr);

    void setChips(const QList<Chip> &chips);
    [[nodiscard]] const QList<Chip> &chips() const { return m_chips; }

signals:
    void removed(const QString &key);

private:
    QList<Chip> m_chips;
    FlowLayout *m_layout;
};

} // namespace kessai
