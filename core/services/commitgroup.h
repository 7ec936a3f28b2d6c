#pragma once

#include "core/storage/database.h"

#include <QObject>

#include <QCoro/QCoroTask>

#include <coroutine>
#include <functional>
#include <optional>
#include <vector>

namespace kessai {

/// Group commit: steps of different payments that are ready in the same turns of the event loop share one
/// transaction and its commit (journal.md §6), on SQLite; on PostgreSQL each has its own. Lives on the thread
/// of its database.
///
/// A step is a function of the database alone. It opens its own transaction with beginOrJoin(): alone it
/// commits by itself, among others it joins theirs. It may be called a second time after everything that it
/// wrote was rolled back, and tells nobody of what it did: that comes after the commit. It may not wait, so
/// no network call ever happens while the transaction is open (I10).
class CommitGroup
{
public:
    explicit CommitGroup(Database &database) : m_database(database), m_turn(*this) {}
    Q_DISABLE_COPY_MOVE(CommitGroup)

    /// Resumes only after the step's COMMIT is durable, or nothing of the step is known to be. A step that
    /// fails harms no other. When the shared COMMIT fails, or its answer is lost, every member is told so,
    /// and reads back what matters to it as after a commit of its own (journal.md §6.4).
    template <typename T>
    QCoro::Task<StorageResult<T>> commit(std::function<StorageResult<T>()> step)
    {
        std::optional<StorageResult<T>> result;
        Member member;
        member.run = [&result, &step] {
            result.emplace(step());
            return result->ok();
        };
        Joining joining{*this, member};
        co_await joining;
        if (member.storeError) {
            co_return failure(*member.storeError);
        }
        co_return std::move(*result);
    }

    /// Steps carried out so far, and the transactions that they took.
    [[nodiscard]] qint64 stepCount() const { return m_stepCount; }
    [[nodiscard]] qint64 transactionCount() const { return m_transactionCount; }

private:
    struct Member
    {
        std::function<bool()> run;              ///< false: the step failed
        std::optional<StorageError> storeError; ///< of the transaction that it shared
        std::coroutine_handle<> waiting;
    };
    struct Joining
    {
        CommitGroup &group;
        Member &member;
        [[nodiscard]] bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> waiting) { group.join(member, waiting); }
        void await_resume() const noexcept {}
    };

    /// Comes after everything else that waits in the event loop, some turns later.
    class Turn : public QObject
    {
    public:
        explicit Turn(CommitGroup &group) : m_group(group) {}
        void comeLast();
        bool event(QEvent *event) override;

    private:
        CommitGroup &m_group;
        int m_waited = 0;
    };

    void join(Member &member, std::coroutine_handle<> waiting);
    void carryOut();
    bool carryOutTogether(const std::vector<Member *> &members);

    Database &m_database;
    Turn m_turn; ///< what is posted to it ends with the group
    std::vector<Member *> m_members;
    qint64 m_stepCount = 0;
    qint64 m_transactionCount = 0;
};

} // namespace kessai
