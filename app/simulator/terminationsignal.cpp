#include "app/simulator/terminationsignal.h"

#include <sys/signalfd.h>

#include <csignal>
#include <unistd.h>

namespace kessai {

namespace {

/// Blocked here, before other threads exist, so that the signals come to the descriptor only.
int blockedSignals()
{
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGTERM);
    sigaddset(&wanted, SIGINT);
    pthread_sigmask(SIG_BLOCK, &wanted, nullptr);
    return ::signalfd(-1, &wanted, SFD_CLOEXEC);
}

} // namespace

TerminationSignal::TerminationSignal(QObject *parent)
    : QObject(parent), m_descriptor(blockedSignals()), m_notifier(m_descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &TerminationSignal::received);
}

TerminationSignal::~TerminationSignal()
{
    m_notifier.setEnabled(false);
    ::close(m_descriptor);
}

} // namespace kessai
