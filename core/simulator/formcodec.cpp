#include "core/simulator/formcodec.h"

#include <QCryptographicHash>
#include <QStringConverter>
#include <QStringList>

#include <algorithm>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

// The full name: plain ibm-943 is another table (design.md §10).
constexpr const char *Windows31J = "ibm-943_P15A-2003";

QByteArray percentDecoded(QByteArray text)
{
    text.replace('+', ' ');
    return QByteArray::fromPercentEncoding(text);
}

FormField fieldFrom(const QByteArray &part)
{
    const qsizetype equals = part.indexOf('=');
    const QByteArray nameBytes = percentDecoded(equals < 0 ? part : part.left(equals));
    const QByteArray valueBytes = equals < 0 ? QByteArray() : percentDecoded(part.mid(equals + 1));

    QStringDecoder decoder(Windows31J);
    FormField field;
    field.name = QString::fromLatin1(nameBytes);
    field.value = decoder.decode(valueBytes);
    // A lead byte cut off at the end is dropped in silence; the count of bytes shows it.
    field.readable = !decoder.hasError() && windows31JSize(field.value) == valueBytes.size();
    if (!field.readable) {
        field.value.append(QChar::ReplacementCharacter);
    }
    return field;
}

} // namespace

FormFields FormFields::parse(const QByteArray &body)
{
    FormFields fields;
    const QList<QByteArray> parts = body.split('&');
    for (const QByteArray &part : parts) {
        if (!part.isEmpty()) {
            fields.m_fields.append(fieldFrom(part));
        }
    }
    return fields;
}

const FormField *FormFields::find(const QString &name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&name](const FormField &field) { return field.name == name; });
    return found == m_fields.end() ? nullptr : &*found;
}

bool FormFields::has(const QString &name) const
{
    const FormField *field = find(name);
    return field && !field->value.isEmpty();
}

QString FormFields::value(const QString &name) const
{
    const FormField *field = find(name);
    return field ? field->value : QString();
}

bool FormFields::readable(const QString &name) const
{
    const FormField *field = find(name);
    return !field || field->readable;
}

QByteArray toWindows31J(const QString &text)
{
    QStringEncoder encoder(Windows31J);
    QByteArray bytes = encoder.encode(text);
    if (!encoder.hasError()) {
        return bytes;
    }
    bytes.clear();
    for (const QChar character : text) {
        QStringEncoder one(Windows31J);
        const QByteArray encoded = one.encode(QString(character));
        bytes += one.hasError() ? QByteArray("?") : encoded;
    }
    return bytes;
}

qsizetype windows31JSize(const QString &text)
{
    return toWindows31J(text).size();
}

bool isSecretField(const QString &name)
{
    static const QStringList secrets{u"ShopPass"_s, u"AccessPass"_s,   u"SitePass"_s,
                                     u"CardNo"_s,   u"SecurityCode"_s, u"Token"_s};
    return secrets.contains(name);
}

QString requestDigest(const FormFields &fields)
{
    QStringList lines;
    for (const FormField &field : fields.all()) {
        if (!isSecretField(field.name)) {
            lines.append(field.name + u'=' + field.value + u'\n');
        }
    }
    lines.sort();
    const QByteArray text = lines.join(QString()).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

} // namespace kessai::simulator
