#include "core/interchange/csvtablewriter.h"

#include "core/base/cp932.h"
#include "core/base/japantime.h"
#include "core/base/sentence.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// What spreadsheets read as the beginning of a formula, the wide forms of a Japanese keyboard included.
bool looksLikeFormula(const QString &text)
{
    static const QString Beginnings = u"=+-@\t\r\n＝＋－＠"_s;
    return !text.isEmpty() && Beginnings.contains(text.front());
}

QString quoted(QString field)
{
    const bool edged = field.startsWith(u' ') || field.endsWith(u' ');
    const auto special = [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; };
    if (!edged && std::none_of(field.cbegin(), field.cend(), special)) {
        return field;
    }
    return u'"' + field.replace(u'"', u"\"\""_s) + u'"';
}

struct FieldOf
{
    QString operator()(std::monostate) const { return {}; }
    QString operator()(const QString &text) const
    {
        return quoted(looksLikeFormula(text) ? u'\'' + text : text);
    }
    QString operator()(qint64 number) const { return QString::number(number); }
    QString operator()(Yen amount) const { return QString::number(amount.value); }
    QString operator()(const QDate &day) const { return day.toString(u"yyyy/MM/dd"_s); }
    QString operator()(const QDateTime &instant) const
    {
        return instant.isValid() ? japantime::fromInstant(instant).toString(u"yyyy/MM/dd HH:mm:ss"_s)
                                 : QString();
    }
};

} // namespace

CsvTableWriter::CsvTableWriter(const QString &file, Encoding encoding) : m_file(file), m_encoding(encoding) {}

TableWriteResult CsvTableWriter::begin(const QStringList &titles)
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        return failure(errorOf(Sentence::tr("保存先とその権限を確認してください。")));
    }
    if (m_encoding == Encoding::Utf8WithMark) {
        m_file.write("\xEF\xBB\xBF");
    }
    QStringList fields;
    for (const QString &title : titles) {
        fields.append(FieldOf()(title));
    }
    return writeLine(fields);
}

TableWriteResult CsvTableWriter::addRow(const QList<TableValue> &values)
{
    ++m_row;
    QStringList fields;
    for (const TableValue &value : values) {
        fields.append(std::visit(FieldOf(), value));
    }
    return writeLine(fields);
}

TableWriteResult CsvTableWriter::finish()
{
    if (!m_file.commit()) {
        return failure(errorOf(Sentence::tr("空き容量と保存先を確認してください。")));
    }
    return Nothing{};
}

TableWriteResult CsvTableWriter::writeLine(const QStringList &fields)
{
    QByteArray line;
    for (int column = 0; column < fields.size(); ++column) {
        line += column == 0 ? "" : ",";
        line += encoded(fields.at(column), column);
    }
    line += "\r\n";
    if (m_file.write(line) != line.size()) {
        return failure(errorOf(Sentence::tr("空き容量と保存先を確認してください。")));
    }
    return Nothing{};
}

QByteArray CsvTableWriter::encoded(QString field, int column)
{
    if (m_encoding == Encoding::Utf8WithMark) {
        return field.toUtf8();
    }
    for (;;) {
        const auto bytes = encodeCp932(field);
        if (bytes) {
            return *bytes;
        }
        noteUnwritable({bytes.error().character, m_row, column});
        const qsizetype length = std::max<qsizetype>(1, bytes.error().character.size());
        field.replace(bytes.error().position, length, u"〓"_s);
    }
}

TableWriteError CsvTableWriter::errorOf(const QString &what) const
{
    return {m_file.fileName(), m_row,
            Sentence::tr("%1 に書き込めません（%2）。").arg(m_file.fileName(), m_file.errorString()) + what};
}

} // namespace kessai
