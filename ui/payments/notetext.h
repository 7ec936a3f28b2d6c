#pragma once

#include <QWidget>

namespace kessai {

/// Free text of buyers and staff: how it begins, and the whole in a dialog on demand. A file may bring
/// megabytes, and laying them out would hold up every window.
class NoteText : public QWidget
{
    Q_OBJECT

public:
    /// @param name what the text is, in the words above it
    NoteText(const QString &name, const QString &text, QWidget *parent);

private:
    void showWhole();

    QString m_name;
    QString m_text;
};

} // namespace kessai
