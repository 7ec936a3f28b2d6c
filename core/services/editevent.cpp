#include "core/services/editevent.h"

#include "core/base/sentence.h"
#include "core/storage/importfields.h"
#include "core/storage/importvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonObject &content)
{
    return QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
}

} // namespace

QString editContent(const Order &before, const Order &after, const QStringList &keptOurs)
{
    QJsonArray fields;
    QJsonArray old;
    QJsonArray now;
    for (qsizetype place = 0; place < importfields::all().size(); ++place) {
        const QString was = importfields::valueText(before, place);
        const QString is = importfields::valueText(after, place);
        if (was != is) {
            fields.append(importfields::all().at(place));
            old.append(was);
            now.append(is);
        }
    }
    QJsonObject content{{u"fields"_s, fields}, {u"before"_s, old}, {u"after"_s, now}};
    if (!keptOurs.isEmpty()) {
        content.insert(u"keptOurs"_s, QJsonArray::fromStringList(keptOurs));
    }
    return compact(content);
}

QList<FieldDifference> differencesOfEdit(const QString &eventContent)
{
    const QJsonObject content = QJsonDocument::fromJson(eventContent.toUtf8()).object();
    const QJsonArray fields = content.value(u"fields"_s).toArray();
    const QJsonArray old = content.value(u"before"_s).toArray();
    const QJsonArray now = content.value(u"after"_s).toArray();
    Order before;
    Order after;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const qsizetype place = importfields::all().indexOf(fields.at(i).toString());
        const bool known = place >= 0 && importfields::takeValue(before, place, old.at(i).toString()) &&
                           importfields::takeValue(after, place, now.at(i).toString());
        if (!known) {
            return {};
        }
    }
    return differencesOf(before, after);
}

QString editInWords(const QString &eventContent)
{
    QStringList words;
    const QList<FieldDifference> differences = differencesOfEdit(eventContent);
    words.reserve(differences.size());
    for (const FieldDifference &difference : differences) {
        words.append(
            Sentence::tr("%1「%2」→「%3」")
                .arg(difference.label, difference.before.simplified(), difference.after.simplified()));
    }
    return words.join(u'　');
}

QString takeOverContent(const EditMark &from)
{
    return compact({{u"from"_s, from.operatorName}, {u"seat"_s, from.seat}});
}

} // namespace kessai
