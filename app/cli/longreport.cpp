#include "app/cli/longreport.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

/// QJsonDocument's indented form of an item, as it stands in the list of a document.
QByteArray inList(const OperationItem &item)
{
    QByteArray text = QJsonDocument(itemJson(item)).toJson(QJsonDocument::Indented).trimmed();
    return "\n        " + text.replace('\n', "\n        ");
}

/// A part of a document: its keys, each on a line of its own.
QByteArray keysOf(const QJsonObject &part)
{
    const QByteArray text = QJsonDocument(part).toJson(QJsonDocument::Indented);
    return text.sliced(2, text.size() - 5); // between "{\n" and "\n}\n"
}

} // namespace

bool writeDocument(const CommandResult &result, std::FILE *out)
{
    Spool head;
    Spool tail;
    if (!result.items) {
        head.append(QJsonDocument(result.document).toJson(QJsonDocument::Indented));
        return head.writeTo(out);
    }
    QJsonObject before;
    QJsonObject behind;
    for (auto key = result.document.begin(); key != result.document.end(); ++key) {
        (key.key() < u"items"_s ? before : behind).insert(key.key(), key.value());
    }
    head.append(before.isEmpty() ? "{\n" : "{\n" + keysOf(before) + ",\n");
    head.append("    \"items\": [");
    tail.append(behind.isEmpty() ? "\n    ]\n}\n" : "\n    ],\n" + keysOf(behind) + "\n}\n");
    return head.writeTo(out) && result.items->writeTo(out) && tail.writeTo(out);
}

void LongReport::add(const OperationItem &item)
{
    if (m_spool) {
        m_spool->append((m_counts.isEmpty() ? QByteArray() : QByteArray(",")) + inList(item));
    } else {
        m_items.append(item);
    }
    ++m_counts[item.state];
}

CommandResult LongReport::result(OperationReport rest)
{
    rest.items = std::exchange(m_items, {});
    if (!m_spool) {
        return resultOf(rest);
    }
    CommandResult result = resultWithoutItems(rest, m_counts);
    result.items = std::exchange(m_spool, nullptr);
    return result;
}

} // namespace kessai::cli
