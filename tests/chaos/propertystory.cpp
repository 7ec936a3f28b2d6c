#include "tests/chaos/propertystory.h"

namespace kessai {

QString PropertyStories::play()
{
    const int payments = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(1, MostPayments + 1));
    const auto commands = *rc::gen::container<std::vector<Command>>(anyCommand());
    if (!m_world) {
        m_world = std::make_unique<PropertyWorld>(m_newDatabase());
    }
    m_world->beginStory(payments);
    const QStringList broken = playIn(*m_world, commands);
    if (!broken.isEmpty()) {
        m_world.reset();
        return broken.join(u'\n');
    }
    m_world->endStory();
    return {};
}

QStringList PropertyStories::playIn(PropertyWorld &world, const std::vector<Command> &commands)
{
    for (const Command &command : commands) {
        ++m_commands;
        world.take(command);
        const QStringList broken = world.broken();
        if (!broken.isEmpty()) {
            return broken;
        }
    }
    return world.brokenAtRest();
}

} // namespace kessai
