#pragma once

#include "tests/chaos/propertyworld.h"

namespace kessai {

/// Plays stories that rapidcheck thinks up, in one world for as long as nothing is broken.
class PropertyStories
{
public:
    /// @param newDatabase the place of an empty database: "" for SQLite
    explicit PropertyStories(std::function<QString()> newDatabase) : m_newDatabase(std::move(newDatabase)) {}

    /// One story; asks rapidcheck for its payments and commands. Call it in a property.
    /// @returns what is broken, one a line; "" nothing
    QString play();

    [[nodiscard]] qint64 commands() const { return m_commands; }

private:
    QStringList playIn(PropertyWorld &world, const std::vector<Command> &commands);

    std::function<QString()> m_newDatabase;
    std::unique_ptr<PropertyWorld> m_world;
    qint64 m_commands = 0;
};

} // namespace kessai
