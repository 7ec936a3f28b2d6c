#include "core/storage/compactjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kessai {

void appendJsonText(QByteArray &json, const QString &text)
{
    const qsizetype before = json.size();
    json.resize(before + 2 * text.size() + 2);
    char *const begin = json.data();
    char *end = begin + before;
    *end++ = '"';
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        if (unit < u' ' || unit >= 0x7f) { // seldom
            const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
            json.truncate(before);
            json.append(array.constData() + 1, array.size() - 2);
            return;
        }
        if (unit == u'"' || unit == u'\\') {
            *end++ = '\\';
        }
        *end++ = char(unit);
    }
    *end++ = '"';
    json.truncate(end - begin);
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
