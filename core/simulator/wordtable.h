#pragma once

#include <QString>

#include <algorithm>
#include <optional>

namespace kessai::simulator {

/// One line of a table of enumerators and the words for them.
template <typename Value>
struct Word
{
    Value value;
    QLatin1StringView text;
};

/// The word for a value that is in the table.
template <typename Words, typename Value>
QString wordFor(const Words &words, Value value)
{
    return QString(std::find_if(words.begin(), words.end(), [value](const Word<Value> &word) {
                       return word.value == value;
                   })->text);
}

template <typename Value, typename Words>
std::optional<Value> valueFor(const Words &words, const QString &text)
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&text](const Word<Value> &word) { return text == word.text; });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

} // namespace kessai::simulator
