#pragma once

#include "core/simulator/ledgerentry.h"

#include <QByteArray>
#include <QString>

namespace kessai {

/// The digest that the journal must hold for a request that arrived: made here a second time, from what the
/// gateway got (journal.md §4, request_digest). A request with a field that the digest does not cover has
/// none.
/// @param key 32 bytes, meta digestKey
QString armedDigest(const simulator::LedgerEntry &request, const QByteArray &key);

} // namespace kessai
