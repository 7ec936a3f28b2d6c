#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace kessai {

/// One word of a closed list as the database, JSON and the command line spell it.
template <typename Value>
struct CodeEntry
{
    Value value;
    QLatin1StringView code;
};

/// The word of a value; every list names all of its values.
template <typename Value, std::size_t Count>
QString codeIn(const std::array<CodeEntry<Value>, Count> &table, Value value)
{
    const auto *found = std::find_if(table.begin(), table.end(),
                                     [value](const CodeEntry<Value> &entry) { return entry.value == value; });
    return found == table.end() ? QString() : QString(found->code);
}

/// The value of a word, spelled exactly; nothing when the list does not have it.
template <typename Value, std::size_t Count>
std::optional<Value> valueIn(const std::array<CodeEntry<Value>, Count> &table, const QString &code)
{
    const auto *found = std::find_if(table.begin(), table.end(),
                                     [&code](const CodeEntry<Value> &entry) { return code == entry.code; });
    if (found == table.end()) {
        return std::nullopt;
    }
    return found->value;
}

} // namespace kessai
