#include "core/interchange/textencoding.h"

#include "core/base/cp932.h"

namespace kessai {

TextEncoding encodingOf(const QByteArray &header)
{
    return header.isValidUtf8() ? TextEncoding::Utf8 : TextEncoding::Cp932;
}

std::optional<QString> decodeText(const QByteArray &bytes, TextEncoding encoding)
{
    if (encoding == TextEncoding::Utf8) {
        return bytes.isValidUtf8() ? std::optional(QString::fromUtf8(bytes)) : std::nullopt;
    }
    Result<QString, Cp932Error> text = decodeCp932(bytes);
    return text ? std::optional(std::move(*text)) : std::nullopt;
}

} // namespace kessai
