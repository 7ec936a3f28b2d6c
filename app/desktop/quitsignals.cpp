#include "app/desktop/quitsignals.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace kessai {

namespace {

constexpr std::array Signals{SIGTERM, SIGINT, SIGHUP};

std::array<int, 2> wire{-1, -1}; ///< read end, write end; a handler can reach nothing else

/// Only what is allowed inside a handler: a byte into the pipe. A full pipe has asked already.
extern "C" void writeToWire(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(wire[1], &byte, 1);
}

void setHandlers(void (*handler)(int))
{
    struct sigaction action
    {
    };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : Signals) {
        sigaction(number, &action, nullptr);
    }
}

} // namespace

QuitSignals::QuitSignals(QObject *parent) : QObject(parent)
{
    if (::pipe2(wire.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // the signals end the program at once, as they do without us
    }
    m_notifier = new QSocketNotifier(wire[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &QuitSignals::read);
    setHandlers(writeToWire);
}

QuitSignals::~QuitSignals()
{
    if (m_notifier) {
        setHandlers(SIG_DFL);
        ::close(wire[0]);
        ::close(wire[1]);
    }
}

void QuitSignals::read()
{
    std::array<char, 16> bytes{};
    if (::read(wire[0], bytes.data(), bytes.size()) > 0) {
        emit asked();
    }
}

} // namespace kessai
