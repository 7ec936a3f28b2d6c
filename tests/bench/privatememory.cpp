#include "tests/bench/privatememory.h"

#include "tests/bench/benchorders.h"

#include <QFile>

#include <malloc.h>

namespace kessai {

using namespace Qt::StringLiterals;

double privateMemoryMb()
{
    malloc_trim(0);
    QFile status(u"/proc/self/status"_s);
    require(status.open(QIODevice::ReadOnly), "memory");
    const QByteArray text = status.readAll();
    const QByteArray name("RssAnon:");
    const qsizetype at = text.indexOf(name) + name.size();
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toDouble() / 1024.0;
}

} // namespace kessai
