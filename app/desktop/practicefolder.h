#pragma once

#include <QString>

namespace kessai::practicefolder {

/// For QTemporaryDir; the name says which process it belongs to.
QString nameTemplate();

/// Removes what practice shops of this account left whose process is gone: after a crash nobody else does.
void removeAbandoned();

} // namespace kessai::practicefolder
