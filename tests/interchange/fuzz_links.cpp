#include "core/interchange/linksreader.h"

#include <QBuffer>

using namespace kessai;

/// Any bytes as a links file: both what follows its header and a file of their own.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const QByteArray &header : {QByteArray(), QByteArray("注文ID,決済オーダーID,支払方法\n")}) {
        QBuffer device;
        device.setData(header + bytes);
        device.open(QIODevice::ReadOnly);
        const auto reader = LinksReader::open(device);
        while (reader && reader.value()->next()) {
        }
    }
    return 0;
}
