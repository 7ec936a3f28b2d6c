#pragma once

#include <QByteArray>
#include <QString>

namespace kessai {

/// Appends a text as JSON, quotes and all, byte for byte as QJsonDocument writes it in its compact form:
/// every chain of evidence that stands was hashed over that. By hand, for the journal writes dozens of them
/// for each payment that it moves.
void appendJsonText(QByteArray &json, const QString &text);

/// A JSON object in QJsonDocument's compact form. The keys are plain and come in their order (A before a).
class CompactObject
{
public:
    CompactObject() { m_json.reserve(256); }
    CompactObject &add(const char *key, const QString &text);
    CompactObject &add(const char *key, qint64 number);
    /// true, false or null.
    CompactObject &addWord(const char *key, const char *word);
    [[nodiscard]] QString text() const { return QString::fromUtf8(m_json + '}'); }

private:
    void beginValue(const char *key);

    QByteArray m_json = "{";
};

} // namespace kessai
