#pragma once

#include <QTest>

#include <functional>

namespace kessai {

/// Turns the event loop until it has come; after a minute that is the end of the tour.
/// @param what for the message
inline void waitFor(const char *what, const std::function<bool()> &come)
{
    constexpr int PatienceMs = 60'000;
    if (!QTest::qWaitFor(come, PatienceMs)) {
        qFatal("%s: waited in vain", what);
    }
}

} // namespace kessai
