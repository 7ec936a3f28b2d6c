#include "tests/chaos/campaignanswer.h"

#include "tests/services/secretsearch.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

QStringList problemsOf(const CampaignCall &call, bool mayBeBusy, const QList<QByteArray> &secrets)
{
    const QString name = call.isWindow() ? u"kessai-desk"_s : call.words.join(u' ');
    const ProgramAnswer &answer = call.answer;
    const QString lastWords = QString::fromUtf8(answer.err.right(500));
    QStringList problems;
    const bool holds = std::any_of(secrets.begin(), secrets.end(), [&answer](const QByteArray &secret) {
        return holdsSecret(answer.out, secret) || holdsSecret(answer.err, secret);
    });
    if (holds) {
        problems.append(u"I14 the answer of %1 holds a secret"_s.arg(name));
    }
    if (answer.status < 0) {
        problems.append(u"%1 died: %2"_s.arg(name, lastWords));
    }
    const bool isBusy = answer.status == 4 && mayBeBusy;
    if (call.isWindow() || answer.status < 0 || isBusy) {
        return problems;
    }
    const bool said = answer.status == 0 || answer.status == 1 || answer.status == 3 || answer.status == 5;
    const QJsonObject document = answer.json();
    if (!said || document.isEmpty()) {
        problems.append(u"%1 ended with %2: %3"_s.arg(name).arg(answer.status).arg(lastWords));
    }
    const QJsonArray items = document.value(u"items"_s).toArray();
    const QJsonValue summary = document.value(u"summary"_s);
    if (summary.isObject() && summary[u"total"_s].toInt() != items.size()) {
        problems.append(u"I12 %1: the answer does not add up"_s.arg(name));
    }
    return problems;
}

} // namespace kessai
