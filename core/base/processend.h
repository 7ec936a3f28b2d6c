#pragma once

namespace kessai {

/// For the last line of main(), when all that the program made is destroyed: writes out what the C streams
/// still hold and ends the process with this exit status, without the handlers that libraries left for
/// exit(). OpenSSL's frees what it keeps for each thread, while Qt's HTTP thread, which has told that it is
/// finished, may still be on its way out and needs just that: a command that had done all would now and then
/// end as a crash.
[[noreturn]] void leaveProcess(int status);

} // namespace kessai
