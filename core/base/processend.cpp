#include "core/base/processend.h"

#include <cstdio>
#include <cstdlib>

namespace kessai {

void leaveProcess(int status)
{
    std::fflush(nullptr);
    std::_Exit(status);
}

} // namespace kessai
