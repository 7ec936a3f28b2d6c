#pragma once

#include <QLabel>

namespace kessai {

/// Sentences over several lines, with room between the lines whatever the font brings. Plain text, wrapped.
class Paragraph : public QLabel
{
    Q_OBJECT

public:
    explicit Paragraph(const QString &text = {}, QWidget *parent = nullptr);

    void setSentences(const QString &text);
    [[nodiscard]] const QString &sentences() const { return m_sentences; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSentences();

    QString m_sentences;
};

} // namespace kessai
