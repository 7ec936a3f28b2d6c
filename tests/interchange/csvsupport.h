#pragma once

#include "core/base/cp932.h"

#include <QBuffer>
#include <QByteArray>
#include <QFile>
#include <QStringList>
#include <QTest>

namespace kessai {

/// PHP's fputcsv for one field of encoded bytes: a quote behind a byte 5C is written once.
inline QByteArray phpQuoted(const QByteArray &field)
{
    const auto special = [](char byte) { return QByteArrayView(",\"\\\n\r\t ").contains(byte); };
    if (std::none_of(field.begin(), field.end(), special)) {
        return field;
    }
    QByteArray quoted("\"");
    bool escaped = false;
    for (const char byte : field) {
        if (byte == '\\') {
            escaped = true;
        } else if (!escaped && byte == '"') {
            quoted += '"';
        } else {
            escaped = false;
        }
        quoted += byte;
    }
    return quoted + '"';
}

inline QByteArray cp932(const QString &text)
{
    const Result<QByteArray, Cp932Error> bytes = encodeCp932(text);
    return bytes ? bytes.value() : QByteArray();
}

/// One line as PHP writes it.
inline QByteArray phpLine(const QList<QByteArray> &fields, const QByteArray &lineEnd = "\n")
{
    QList<QByteArray> quoted;
    for (const QByteArray &field : fields) {
        quoted.append(phpQuoted(field));
    }
    return quoted.join(',') + lineEnd;
}

/// One line in CP932.
inline QByteArray cp932Line(const QStringList &fields, const QByteArray &lineEnd = "\n")
{
    QList<QByteArray> bytes;
    for (const QString &field : fields) {
        bytes.append(cp932(field));
    }
    return phpLine(bytes, lineEnd);
}

inline QByteArray sampleFile(const char *name)
{
    QFile file(QString::fromLatin1(KESSAI_TEST_DATA) + QLatin1String("/orders/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A device over bytes, ready to read.
class Bytes : public QBuffer
{
public:
    explicit Bytes(const QByteArray &content)
    {
        setData(content);
        open(QIODevice::ReadOnly);
    }
};

} // namespace kessai
