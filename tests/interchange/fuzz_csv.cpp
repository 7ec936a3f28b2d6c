#include "core/interchange/orderreader.h"

#include <QBuffer>

using namespace kessai;

/// Any bytes as an order file: both what follows a known header and a file of their own.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const QByteArray &header :
         {QByteArray(), QByteArray("注文ID,商品名,価格,個数,明細区分(ID),支払合計,受注日\n")}) {
        QBuffer device;
        device.setData(header + bytes);
        device.open(QIODevice::ReadOnly);
        const auto reader = OrderReader::open(device, OrderFileFormat::Auto);
        while (reader && reader.value()->next()) {
        }
    }
    return 0;
}
