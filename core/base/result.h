#pragma once

#include <utility>
#include <variant>

namespace kessai {

/// The value of a Result that has nothing to say but "it worked".
struct Nothing
{
};

/// Wraps an error so that `return failure(error);` works whatever the value type is.
template <typename E>
struct Failure
{
    E error;
};

template <typename E>
Failure<std::decay_t<E>> failure(E &&error)
{
    return {std::forward<E>(error)};
}

/// A value or the reason why there is none. Cannot be ignored.
template <typename T, typename E>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Failure<E> failed) : m_content(std::in_place_index<1>, std::move(failed.error)) {}

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Of a temporary result the content is moved out: a reference into it would dangle in `for (… :
    // *list())`.
    T &value() & { return std::get<0>(m_content); }
    const T &value() const & { return std::get<0>(m_content); }
    T value() && { return std::get<0>(std::move(m_content)); }
    const E &error() const & { return std::get<1>(m_content); }
    E error() && { return std::get<1>(std::move(m_content)); }

    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

private:
    std::variant<T, E> m_content;
};

} // namespace kessai
