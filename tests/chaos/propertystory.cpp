#include "tests/chaos/propertystory.h"

#include <iostream>

#include <rapidcheck/detail/Configuration.h>
#include <rapidcheck/detail/TestListenerAdapter.h>

namespace kessai {

using namespace rc::detail;

namespace {

constexpr int LongestStory = 120;
constexpr int StoriesAtOnce = 20;

} // namespace

bool PropertyStories::check(const std::string &name, qint64 commands, bool shrinks)
{
    const Configuration &asked = configuration();
    TestParams params = asked.testParams;
    params.disableShrinking = !shrinks;
    if (qEnvironmentVariableIsEmpty("RC_PARAMS")) {
        params.maxSize = LongestStory;
    }
    params.maxSuccess = StoriesAtOnce;
    const TestMetadata metadata{name, name};
    const auto property = [this] {
        const QString broken = play();
        if (!broken.isEmpty()) {
            RC_FAIL(broken.toStdString());
        }
    };
    TestListenerAdapter quiet;
    const qint64 end = m_commands + commands;
    for (; m_commands < end; ++params.seed) {
        const TestResult result = checkTestable(property, metadata, params, quiet, asked.reproduce);
        m_world.reset(); // its ledger grows, and each look goes through all of it
        if (!result.is<SuccessResult>()) {
            std::cerr << "- " << name << ", RC_PARAMS=\"seed=" << params.seed << "\"\n";
            printResultMessage(result, std::cerr);
            std::cerr << std::endl;
            return false;
        }
    }
    return true;
}

QString PropertyStories::play()
{
    const int payments = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(1, MostPayments + 1));
    const auto commands = *rc::gen::container<std::vector<Command>>(anyCommand());
    // Put back only when the story came to its end unbroken.
    std::unique_ptr<PropertyWorld> world = std::move(m_world);
    if (!world) {
        world = std::make_unique<PropertyWorld>(m_newDatabase());
    }
    world->beginStory(payments);
    const QString broken = playIn(*world, commands).join(u'\n');
    if (broken.isEmpty()) {
        world->endStory();
        m_world = std::move(world);
    } else if (m_broken.isEmpty()) {
        m_broken = broken;
        m_brokenAt = m_commands;
    }
    return broken;
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
