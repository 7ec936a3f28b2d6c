#include "app/cli/program.h"

#include <QCoreApplication>

#include <clocale>
#include <cstring>
#include <langinfo.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

/// cron starts programs in the C locale; Qt would complain about it on stderr, where our one sentence
/// belongs.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        qputenv("LC_ALL", "C.UTF-8");
    }
}

} // namespace

int main(int argc, char *argv[])
{
    umask(S_IRWXG | S_IRWXO); // whatever is written is for the owner alone
    useUtf8();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kessai"_s);
    kessai::SystemClock clock;
    return kessai::cli::runProgram(QCoreApplication::arguments().mid(1), clock);
}
