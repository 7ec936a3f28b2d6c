#pragma once

#include <QString>

namespace kessai::cli {

/// The person at the keyboard, if there is one. Questions go to stderr, so that stdout stays the answer's
/// alone.
class Terminal
{
public:
    virtual ~Terminal() = default;
    /// Somebody can answer: standard input is a terminal.
    [[nodiscard]] virtual bool isInteractive() const;
    /// Shows the text and waits for y or N; anything but y is no.
    virtual bool confirm(const QString &text);
    /// One line on stderr.
    virtual void tell(const QString &sentence);
};

} // namespace kessai::cli
