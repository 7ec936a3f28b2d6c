#include "core/gmo/errortable.h"

#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kessai {
namespace {

enum Column : qsizetype {
    Code,
    AppliesTo,
    Category,
    Retryable,
    MeaningJa,
    MeaningEn,
    GatewayState,
    Source,
    ColumnCount
};

struct Family
{
    QLatin1StringView prefix;
    AnswerClass answerClass;
};

/// The families of journal.md §7; a longer prefix stands before the family that it is taken from.
constexpr std::array families{
    Family{"E90"_L1, AnswerClass::Ambiguous},
    Family{"E91"_L1, AnswerClass::Ambiguous},
    Family{"42C"_L1, AnswerClass::Ambiguous},
    Family{"E82"_L1, AnswerClass::Ambiguous},
    Family{"E11010001"_L1, AnswerClass::Contradiction},
    Family{"E11010002"_L1, AnswerClass::Contradiction},
    Family{"E11010003"_L1, AnswerClass::Contradiction},
    Family{"E11010999"_L1, AnswerClass::Contradiction},
    Family{"E01110010"_L1, AnswerClass::Contradiction},
    Family{"E01060010"_L1, AnswerClass::Contradiction},
    Family{"E01060021"_L1, AnswerClass::Contradiction},
    Family{"E92"_L1, AnswerClass::Busy},
    Family{"E11"_L1, AnswerClass::Refusal},
    Family{"E01"_L1, AnswerClass::Refusal},
    Family{"M01"_L1, AnswerClass::Refusal},
    Family{"E21"_L1, AnswerClass::Refusal},
    Family{"E41"_L1, AnswerClass::Refusal},
    Family{"E61"_L1, AnswerClass::Refusal},
    Family{"42G"_L1, AnswerClass::Refusal},
};

std::optional<AnswerClass> familyClassOf(const QString &errInfo)
{
    const auto found = std::find_if(families.begin(), families.end(),
                                    [&](const Family &family) { return errInfo.startsWith(family.prefix); });
    return found == families.end() ? std::nullopt : std::optional(found->answerClass);
}

AnswerClass rowClassOf(const ErrorMeaning &row, const QString &errInfo)
{
    if (row.catchAll || row.retryable == "unknown-outcome"_L1 || row.gatewayState == "unknown"_L1) {
        return AnswerClass::Ambiguous;
    }
    if (row.category == "state"_L1 || row.category == "duplicate"_L1) {
        return AnswerClass::Contradiction;
    }
    return errInfo.startsWith("E92"_L1) ? AnswerClass::Busy : AnswerClass::Refusal;
}

/// One line of comma-separated values, quoted where needed; nothing when a quote is not closed or stands in a
/// value.
std::optional<QStringList> cellsOf(const QString &line)
{
    QStringList cells{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar character = line[i];
        const bool doubled = quoted && character == u'"' && i + 1 < line.size() && line[i + 1] == u'"';
        if (doubled) {
            cells.last() += u'"';
            ++i;
        } else if (character == u'"') {
            if (!quoted && !cells.last().isEmpty()) {
                return std::nullopt;
            }
            quoted = !quoted;
        } else if (character == u',' && !quoted) {
            cells.append(QString());
        } else {
            cells.last() += character;
        }
    }
    return quoted ? std::nullopt : std::optional(cells);
}

ErrorMeaning meaningFrom(const QStringList &cells)
{
    return {cells[Code],      cells[Category],     cells[Retryable],     cells[MeaningJa],
            cells[MeaningEn], cells[GatewayState], cells[Code] == "*"_L1};
}

QByteArray resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the program lacks its resource %s", qUtf8Printable(path));
    }
    return file.readAll();
}

} // namespace

Result<ErrorTable, QString> ErrorTable::fromCsv(const QByteArray &csv)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(csv);
    if (decoder.hasError()) {
        return failure(u"the table of gateway codes is not UTF-8"_s);
    }
    const QStringList lines = text.split(u'\n');
    ErrorTable table;
    for (qsizetype i = 1; i < lines.size(); ++i) { // line 1 is the header
        const QString line = lines[i].endsWith(u'\r') ? lines[i].chopped(1) : lines[i];
        if (line.isEmpty()) {
            continue;
        }
        const auto cells = cellsOf(line);
        if (!cells || cells->size() != ColumnCount || cells->at(Code).isEmpty()) {
            return failure(u"the table of gateway codes is broken in line %1"_s.arg(i + 1));
        }
        if (table.m_rows.contains(cells->at(Code))) {
            return failure(
                u"the table of gateway codes has %1 again in line %2"_s.arg(cells->at(Code)).arg(i + 1));
        }
        table.m_rows.insert(cells->at(Code), meaningFrom(*cells));
    }
    if (!table.m_rows.contains(u"*"_s)) {
        return failure(u"the table of gateway codes lacks its last row, *"_s);
    }
    return table;
}

const ErrorTable &ErrorTable::embedded()
{
    static const ErrorTable table = [] {
        Result<ErrorTable, QString> read = fromCsv(resource(u":/kessai/gmo/error-codes.csv"_s));
        if (!read) {
            qFatal("%s", qUtf8Printable(read.error()));
        }
        read->m_version = QString::fromLatin1(resource(u":/kessai/gmo/version.txt"_s)).trimmed();
        return *read;
    }();
    return table;
}

ErrorMeaning ErrorTable::meaningOf(const QString &errInfo) const
{
    // A `*` at the end of a received code must not name a family.
    if (const auto row = m_rows.constFind(errInfo); row != m_rows.constEnd() && !errInfo.endsWith(u'*')) {
        return *row;
    }
    for (qsizetype length = errInfo.size(); length > 0; --length) {
        if (const auto family = m_rows.constFind(errInfo.left(length) + u'*'); family != m_rows.constEnd()) {
            return *family;
        }
    }
    return m_rows.value(u"*"_s);
}

QList<ErrorMeaning> ErrorTable::rows() const
{
    QList<ErrorMeaning> rows = m_rows.values();
    std::sort(rows.begin(), rows.end(),
              [](const ErrorMeaning &left, const ErrorMeaning &right) { return left.code < right.code; });
    return rows;
}

AnswerClass ErrorTable::classOf(const QString &errInfo) const
{
    const AnswerClass ofRow = rowClassOf(meaningOf(errInfo), errInfo);
    return std::max(ofRow, familyClassOf(errInfo).value_or(ofRow));
}

bool ErrorTable::isShopLevel(const QString &errInfo) const
{
    static const QStringList codes{u"E01030002"_s, u"E01010010"_s, u"M01002002"_s, u"M01002010"_s,
                                   u"M01058010"_s};
    return codes.contains(errInfo) || errInfo.startsWith("E61"_L1);
}

} // namespace kessai
