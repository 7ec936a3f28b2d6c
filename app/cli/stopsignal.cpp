#include "app/cli/stopsignal.h"

#include <csignal>
#include <initializer_list>
#include <unistd.h>

namespace kessai::cli {

namespace {

// A signal handler can reach nothing but globals.
volatile std::sig_atomic_t signalsSeen = 0;

void onSignal(int number)
{
    if (signalsSeen > 0) {
        _exit(128 + number);
    }
    signalsSeen = 1;
}

} // namespace

void StopSignal::listen()
{
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGINT, SIGTERM}) {
        sigaction(number, &action, nullptr);
    }
}

bool StopSignal::requested() const
{
    return signalsSeen > 0;
}

} // namespace kessai::cli
