#pragma once

#include "core/base/result.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace kessai::simulator {

/// What a TLS server shows. The certificate is its own root, so a client trusts it by adding it to its roots.
struct ServerCertificate
{
    QSslCertificate certificate;
    QSslKey key;
};

/// A new self-signed certificate for 127.0.0.1 and localhost, good for a year by the machine's clock. The
/// error is a sentence.
Result<ServerCertificate, QString> makeLoopbackCertificate();

} // namespace kessai::simulator
