#include "core/base/processprivacy.h"

#include <sys/resource.h>
#include <sys/stat.h>

namespace kessai {

void keepProcessPrivate()
{
    umask(S_IRWXG | S_IRWXO);
    const rlimit none{0, 0}; // systemd-coredump keeps to it too
    setrlimit(RLIMIT_CORE, &none);
}

} // namespace kessai
