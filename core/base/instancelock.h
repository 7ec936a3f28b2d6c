#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

namespace kessai {

/// Who holds a shop: a line for staff.
struct LockHolder
{
    qint64 processId = 0;
    QString program;
    QString host;
    QDateTime since; ///< UTC
};

/// The lock beside the database that only one writing process may have (journal.md §10). The kernel gives it
/// back when the process ends, however it ends, so there are no stale locks; what the file says only names
/// the holder.
class InstanceLock
{
public:
    struct Refusal
    {
        std::optional<LockHolder> holder; ///< none: the file itself cannot be used
        QString message;                  ///< one sentence in Japanese that says what to do
    };

    /// Takes the lock or says at once who has it.
    /// @param program as staff know it: kessai-desk, kessai
    static Result<std::unique_ptr<InstanceLock>, Refusal> acquire(const QString &file, const QString &program,
                                                                  const QDateTime &nowUtc);
    ~InstanceLock();
    InstanceLock(const InstanceLock &) = delete;
    InstanceLock &operator=(const InstanceLock &) = delete;

private:
    explicit InstanceLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace kessai
