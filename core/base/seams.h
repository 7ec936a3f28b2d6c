#pragma once

#ifdef KESSAI_TEST_SEAMS

#include <QByteArray>
#include <QList>

#include <cstdlib>

/// Kill points and rule switches for tests (journal.md §17). They exist only in the seams build of core.
namespace kessai::seams {

/// True when the environment variable KESSAI_SWITCH_OFF names this rule (a comma-separated list).
inline bool switchedOff(const char *rule)
{
    return qgetenv("KESSAI_SWITCH_OFF").split(',').contains(rule);
}

/// Ends the process at once, as a power cut would, when KESSAI_KILL_AT names this point.
inline void killPoint(const char *name)
{
    if (qgetenv("KESSAI_KILL_AT") == name) {
        std::_Exit(137);
    }
}

} // namespace kessai::seams

#define KESSAI_KILL_POINT(name) ::kessai::seams::killPoint(name)
#define KESSAI_SWITCHED_OFF(rule) ::kessai::seams::switchedOff(rule)

#else

#define KESSAI_KILL_POINT(name) static_cast<void>(0)
#define KESSAI_SWITCHED_OFF(rule) false

#endif
