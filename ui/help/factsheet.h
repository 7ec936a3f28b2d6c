#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace kessai {

/// Captions and values to read, to select and to copy; values are plain text, wherever they come from.
class FactSheet : public QWidget
{
    Q_OBJECT

public:
    explicit FactSheet(QWidget *parent = nullptr);

    /// One more line, or another value in it.
    /// @param name of the label of the value
    /// @param value "": the line is not there
    void setFact(const QString &name, const QString &caption, const QString &value);
    /// `caption: value` in lines, as they stand.
    [[nodiscard]] QString text() const;

private:
    struct Fact
    {
        QLabel *caption = nullptr;
        QLabel *value = nullptr;
    };

    Fact addFact(const QString &name, const QString &caption);

    QGridLayout *m_lines;
    QList<Fact> m_facts;
};

} // namespace kessai
