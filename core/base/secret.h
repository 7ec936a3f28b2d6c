#pragma once

#include <QByteArray>

#include <memory>

namespace kessai {

/// A password in memory: wiped when the last copy goes, never printed. Copies share the bytes.
class Secret
{
public:
    Secret() = default;
    /// Takes the bytes over and wipes `bytes`.
    explicit Secret(QByteArray &&bytes);

    [[nodiscard]] bool isEmpty() const { return !m_bytes || m_bytes->isEmpty(); }
    /// Only where it goes onto the wire or into the key chain.
    [[nodiscard]] const QByteArray &reveal() const;

private:
    std::shared_ptr<QByteArray> m_bytes;
};

} // namespace kessai
