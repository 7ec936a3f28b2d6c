#pragma once

#include "tests/chaos/propertyworld.h"

namespace kessai {

/// Plays stories that rapidcheck thinks up, in one world for as long as nothing is broken.
class PropertyStories
{
public:
    /// @param newDatabase the place of an empty database: "" for SQLite
    explicit PropertyStories(std::function<QString()> newDatabase) : m_newDatabase(std::move(newDatabase)) {}

    /// Plays until so many commands were played or something is broken. RC_PARAMS may say otherwise (seed,
    /// max_size, reproduce). A failure is printed with its seed and, shrunk or not, the way to it.
    /// @returns whether nothing was broken
    bool check(const std::string &name, qint64 commands, bool shrinks = true);

    [[nodiscard]] qint64 commands() const { return m_commands; }
    /// The first one that was broken, and after how many commands; "" none.
    [[nodiscard]] const QString &broken() const { return m_broken; }
    [[nodiscard]] qint64 brokenAt() const { return m_brokenAt; }

private:
    QString play();
    QStringList playIn(PropertyWorld &world, const std::vector<Command> &commands);

    std::function<QString()> m_newDatabase;
    std::unique_ptr<PropertyWorld> m_world;
    qint64 m_commands = 0;
    QString m_broken;
    qint64 m_brokenAt = 0;
};

} // namespace kessai
