#pragma once

#include <QCoro/QCoroTask>

#include <optional>

namespace kessai {

template <typename T>
QCoro::Task<> keepResult(QCoro::Task<T> task, std::optional<T> *slot)
{
    slot->emplace(co_await std::move(task));
}

/// Runs the event loop until the task is done. Unlike QCoro's own it takes results that have no empty value.
template <typename T>
T resultOf(QCoro::Task<T> task)
{
    std::optional<T> result;
    QCoro::waitFor(keepResult(std::move(task), &result));
    return std::move(*result);
}

} // namespace kessai
