#include "core/storage/compactjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kessai {

namespace {

/// Printable ASCII that needs no escape.
bool isPlain(char16_t unit)
{
    return unit >= u' ' && unit < 0x7f && unit != u'"' && unit != u'\\';
}

} // namespace

void appendJsonText(QByteArray &json, const QString &text)
{
    const qsizetype before = json.size();
    json.resize(before + text.size() + 2);
    char *const written = json.data() + before;
    bool plain = true;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t unit = text[at].unicode();
        plain = plain && isPlain(unit);
        written[at + 1] = char(unit);
    }
    if (!plain) {
        const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        json.resize(before);
        json.append(array.constData() + 1, array.size() - 2);
        return;
    }
    written[0] = '"';
    written[text.size() + 1] = '"';
}

void CompactObject::beginValue(const char *key)
{
    if (m_json.size() > 1) {
        m_json.append(',');
    }
    m_json.append('"').append(key).append("\":");
}

CompactObject &CompactObject::add(const char *key, const QString &text)
{
    beginValue(key);
    appendJsonText(m_json, text);
    return *this;
}

CompactObject &CompactObject::add(const char *key, qint64 number)
{
    return addWord(key, QByteArray::number(number).constData());
}

CompactObject &CompactObject::addWord(const char *key, const char *word)
{
    beginValue(key);
    m_json.append(word);
    return *this;
}

} // namespace kessai
