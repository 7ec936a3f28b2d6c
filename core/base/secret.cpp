#include "core/base/secret.h"

#include <sodium.h>

namespace kessai {
namespace {

void wipe(QByteArray &bytes)
{
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    bytes.clear();
}

} // namespace

Secret::Secret(QByteArray &&bytes)
    : m_bytes(new QByteArray(bytes.constData(), bytes.size()), [](QByteArray *held) {
        wipe(*held);
        delete held;
    })
{
    wipe(bytes);
}

const QByteArray &Secret::reveal() const
{
    static const QByteArray nothing;
    return m_bytes ? *m_bytes : nothing;
}

} // namespace kessai
