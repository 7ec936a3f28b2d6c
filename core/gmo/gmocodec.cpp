#include "core/gmo/gmocodec.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kessai {
namespace {

bool sameName(const QString &name, QLatin1StringView other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

bool isFieldName(const QString &name)
{
    const auto allowed = [](QChar character) {
        const char16_t unit = character.unicode();
        return unit < 0x80 && (character.isLetterOrNumber() || unit == u'_' || unit == u'-' || unit == u'.');
    };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), allowed);
}

QString withoutLineEnd(const QString &text)
{
    qsizetype length = text.size();
    while (length > 0 && (text[length - 1] == u'\r' || text[length - 1] == u'\n')) {
        --length;
    }
    return text.left(length);
}

/// Where the parts of `ACS=1&ACSUrl=…&PaReq=…&MD=…` begin: at the known names only, since the URL may hold
/// `&`.
QStringList partsOfFirst3dSecure(const QString &text)
{
    static constexpr std::array names{"&ACSUrl="_L1, "&PaReq="_L1, "&MD="_L1};
    QList<qsizetype> starts{0};
    for (const QLatin1StringView name : names) {
        const qsizetype start = text.indexOf(name, 0, Qt::CaseInsensitive);
        if (start >= 0) {
            starts.append(start + 1);
        }
    }
    std::sort(starts.begin(), starts.end());
    QStringList parts;
    for (qsizetype i = 0; i < starts.size(); ++i) {
        const qsizetype end = i + 1 < starts.size() ? starts[i + 1] - 1 : text.size();
        parts.append(text.mid(starts[i], end - starts[i]));
    }
    return parts;
}

QStringList partsOf(const QString &text)
{
    if (text.startsWith("ACS=1&"_L1)) {
        return partsOfFirst3dSecure(text);
    }
    if (text.startsWith("ACS=2&RedirectUrl="_L1)) {
        return {text.left(5), text.mid(6)};
    }
    return text.split(u'&');
}

void readErrors(DecodedAnswer &answer)
{
    const bool hasCodes = answer.has("ErrCode"_L1);
    const bool hasInfos = answer.has("ErrInfo"_L1);
    answer.isError = hasCodes || hasInfos;
    if (!answer.isError) {
        return;
    }
    const QStringList codes = answer.value("ErrCode"_L1).split(u'|');
    const QStringList infos = answer.value("ErrInfo"_L1).split(u'|');
    answer.codeListsDiffer = hasCodes != hasInfos || codes.size() != infos.size();
    for (qsizetype i = 0; i < std::max(codes.size(), infos.size()); ++i) {
        answer.errors.append({codes.value(i), infos.value(i)});
    }
}

} // namespace

bool DecodedAnswer::has(QLatin1StringView name) const
{
    return std::any_of(fields.begin(), fields.end(),
                       [name](const auto &field) { return sameName(field.first, name); });
}

QString DecodedAnswer::value(QLatin1StringView name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [name](const auto &field) { return sameName(field.first, name); });
    return found == fields.end() ? QString() : found->second;
}

QByteArray formEscaped(const QByteArray &bytes)
{
    // Qt leaves letters, digits and -._~ as they are.
    return bytes.toPercentEncoding(" *", "~").replace(' ', '+');
}

Result<QByteArray, Cp932Error> encodeForm(const FormFields &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields) {
        const auto nameBytes = encodeCp932(name);
        if (!nameBytes) {
            return failure(nameBytes.error());
        }
        const auto valueBytes = encodeCp932(value);
        if (!valueBytes) {
            return failure(valueBytes.error());
        }
        if (!form.isEmpty()) {
            form += '&';
        }
        form += formEscaped(*nameBytes) + '=' + formEscaped(*valueBytes);
    }
    return form;
}

Result<DecodedAnswer, QString> decodeAnswer(const QByteArray &body)
{
    const auto decoded = decodeCp932(body);
    if (!decoded) {
        return failure(u"the answer is not CP932 at byte %1"_s.arg(decoded.error().position));
    }
    const QString text = withoutLineEnd(*decoded);
    if (text.isEmpty()) {
        return failure(u"the answer is empty"_s);
    }
    DecodedAnswer answer;
    QSet<QString> seen;
    for (const QString &part : partsOf(text)) {
        const qsizetype equals = part.indexOf(u'=');
        const QString name = part.left(std::max<qsizetype>(equals, 0));
        if (equals < 0 || !isFieldName(name)) {
            return failure(u"part %1 of the answer is not key=value"_s.arg(answer.fields.size() + 1));
        }
        const qsizetype before = seen.size();
        seen.insert(name.toLower());
        if (seen.size() == before) {
            return failure(u"part %1 of the answer repeats a key"_s.arg(answer.fields.size() + 1));
        }
        answer.fields.append({name, part.mid(equals + 1)});
    }
    readErrors(answer);
    return answer;
}

} // namespace kessai
