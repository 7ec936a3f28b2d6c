#include "core/storage/compactjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kessai {

namespace {

/// Printable ASCII that needs no escape.
bool isPlain(QChar character)
{
    const char16_t unit = character.unicode();
    return unit >= u' ' && unit < 0x7f && unit != u'"' && unit != u'\\';
}

} // namespace

void appendJsonText(QByteArray &json, const QString &text)
{
    if (!std::all_of(text.begin(), text.end(), isPlain)) {
        const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        json.append(array.constData() + 1, array.size() - 2);
        return;
    }
    json.append('"');
    for (const QChar character : text) {
        json.append(char(character.unicode()));
    }
    json.append('"');
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
