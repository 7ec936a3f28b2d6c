#pragma once

#include "core/base/result.h"

#include <QtGlobal>

#include <utility>

namespace kessai {

/// What must be there for a campaign to judge at all: ends the program where it is not.
template <typename T, typename Error>
T certain(Result<T, Error> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().message));
    }
    return std::move(*result);
}

} // namespace kessai
