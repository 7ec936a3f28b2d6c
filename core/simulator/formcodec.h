#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace kessai::simulator {

/// One field of a request. A value that is not Windows-31J has `readable` false and U+FFFD in its place.
struct FormField
{
    QString name;
    QString value;
    bool readable = true;
};

/// The form body of a request (protocol.md §1.2): percent-encoded Windows-31J, `+` is a space. The first of
/// two fields of one name counts; an empty value counts as absent.
class FormFields
{
public:
    static FormFields parse(const QByteArray &body);

    [[nodiscard]] bool has(const QString &name) const;
    [[nodiscard]] QString value(const QString &name) const;
    [[nodiscard]] bool readable(const QString &name) const;
    [[nodiscard]] const QList<FormField> &all() const { return m_fields; }

private:
    [[nodiscard]] const FormField *find(const QString &name) const;

    QList<FormField> m_fields;
};

/// The Windows-31J bytes of a text; characters outside of it become `?`.
QByteArray toWindows31J(const QString &text);

/// The number of bytes that the text takes in Windows-31J.
qsizetype windows31JSize(const QString &text);

/// SHA-256 in hex over the fields of a request, so that a test can tell which request arrived. Left out:
/// ShopPass, AccessPass, SitePass, CardNo, SecurityCode, Token. The others are sorted by name, each written
/// as UTF-8 `name=value` with a line feed behind it.
QString requestDigest(const FormFields &fields);

/// Fields that never reach the ledger.
bool isSecretField(const QString &name);

} // namespace kessai::simulator
