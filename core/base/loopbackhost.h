#pragma once

#include <QString>

namespace kessai {

/// localhost, 127.0.0.0/8 in its plain form, or ::1. An address whose text is not the plain one (127.1,
/// 0177.0.0.1) reads differently elsewhere and is none.
bool isLoopbackHost(const QString &host);

} // namespace kessai
