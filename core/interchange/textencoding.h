#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace kessai {

enum class TextEncoding { Utf8, Cp932 };

/// The encoding of a file by its header line: UTF-8 where the bytes are valid UTF-8, else CP932. A Japanese
/// header is never valid as both.
TextEncoding encodingOf(const QByteArray &header);

/// Strict: nothing when a byte does not belong to the encoding; nothing is replaced.
std::optional<QString> decodeText(const QByteArray &bytes, TextEncoding encoding);

} // namespace kessai
