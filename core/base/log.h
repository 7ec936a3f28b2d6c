#pragma once

#include "core/base/result.h"

#include <QLoggingCategory>
#include <QString>

#include <memory>

namespace kessai {

Q_DECLARE_LOGGING_CATEGORY(logSettings)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logGateway)
Q_DECLARE_LOGGING_CATEGORY(logJournal)
Q_DECLARE_LOGGING_CATEGORY(logInterchange)
Q_DECLARE_LOGGING_CATEGORY(logWindow)

/// Takes over all messages of the process (qCInfo …) and writes them to a file: one line each, mode 0600, at
/// most `maximumBytes` × `files`. Nothing is filtered by guess; whoever logs never passes a secret. Safe from
/// any thread. One at a time; the messages go back to where they went before when it is destroyed. A fatal
/// message goes there too.
class Log
{
public:
    struct Limits
    {
        qint64 maximumBytes = 10 * 1024 * 1024;
        int files = 5;
    };

    /// @param file such as logs/kessai.log; older ones get .1, .2 …
    /// Error: the file cannot be written, one sentence.
    static Result<std::unique_ptr<Log>, QString> open(const QString &file, Limits limits);
    static Result<std::unique_ptr<Log>, QString> open(const QString &file) { return open(file, Limits()); }
    ~Log();
    Log(const Log &) = delete;
    Log &operator=(const Log &) = delete;

private:
    struct Sink;
    explicit Log(std::unique_ptr<Sink> sink);
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &message);

    std::unique_ptr<Sink> m_sink;
};

} // namespace kessai
