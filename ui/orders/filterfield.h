#pragma once

#include <QList>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace kessai {

class Paragraph;

/// A field of 詳細検索: its caption, one line to type into or the two ends of a range, and what is wrong with
/// them beneath (screens.md, principle 7).
class FilterField : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Text, Days, DaysAndTimes, Amounts };
    /// The sentence about the first line that does not fit, and which it is.
    struct Problem
    {
        QString sentence; ///< "": all fit
        int line = 0;
    };
    /// @param texts of the lines, trimmed
    using Check = std::function<Problem(const QStringList &texts)>;

    /// @param name of the only line's objectName; of two, with From and To behind it
    FilterField(Kind kind, const QString &caption, const QString &name, Check check, QWidget *parent);

    [[nodiscard]] QString text(int line = 0) const;
    void setText(const QString &text, int line = 0);
    /// As tooltip and What's This.
    void explain(const QString &explanation);
    [[nodiscard]] bool fits() const { return m_check(texts()).sentence.isEmpty(); }
    /// Says beneath what is wrong, or that it is not any more.
    void tellProblem();
    /// To the line that does not fit.
    void focusProblem();
    void focusFirst();

signals:
    void changed();
    /// Enter in one of the lines.
    void entered();

private:
    QLineEdit *addLine(Kind kind, const QString &name, const QString &accessibleName, QHBoxLayout &row);
    [[nodiscard]] QStringList texts() const;

    Check m_check;
    QString m_caption;
    QList<QLineEdit *> m_lines;
    Paragraph *m_problem;
};

} // namespace kessai
