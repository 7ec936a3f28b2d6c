#include "app/cli/program.h"
#include "core/base/processend.h"
#include "core/base/processprivacy.h"

#include <QCoreApplication>

#include <clocale>
#include <cstring>
#include <langinfo.h>

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

int run(int argc, char *argv[])
{
    useUtf8();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kessai"_s);
    kessai::SystemClock clock;
    return kessai::cli::runProgram(QCoreApplication::arguments().mid(1), clock);
}

} // namespace

int main(int argc, char *argv[])
{
    kessai::keepProcessPrivate();
    kessai::leaveProcess(run(argc, argv));
}
