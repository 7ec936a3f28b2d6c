#pragma once

#include "core/gmo/suspendmeter.h"
#include "core/gmo/wireanswer.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace kessai {

class OneShotBody;

/// Limits of one request (journal.md §3).
struct WireLimits
{
    std::chrono::milliseconds connectTimeout;
    std::chrono::milliseconds deadline;
    qsizetype bodyMaximumBytes = 0;
    SuspendMeter suspended;
};

/// Follows one request to its end, which always comes: the answer, an error, T_CONNECT, T_DEADLINE, an answer
/// that is too long, or the machine having slept (journal.md §13.4, §11). Owns the reply.
class ReplyWatch final : public QObject
{
    Q_OBJECT

public:
    /// @param body null when an ordinary upload is used; the body then counts as offered at once
    ReplyWatch(QNetworkReply *reply, OneShotBody *body, WireLimits limits);
    ~ReplyWatch() override;

    [[nodiscard]] bool hasEnded() const { return m_ended; }
    /// Only after the end.
    [[nodiscard]] WireAnswer takeAnswer() { return std::move(m_answer); }

signals:
    void ended();

private:
    void readMore();
    void finish();
    void tick();
    void guardSaidNo();
    void end(const QString &problem);
    [[nodiscard]] bool bodyOffered() const;
    [[nodiscard]] bool hasSlept() const;
    [[nodiscard]] QString problemOfReply() const;

    QPointer<QNetworkReply> m_reply;
    QPointer<OneShotBody> m_body;
    WireLimits m_limits;
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    std::chrono::milliseconds m_suspendedAtBegin;
    QTimer m_timer;
    WireAnswer m_answer;
    bool m_ordinaryUpload;
    bool m_ended = false;
};

} // namespace kessai
