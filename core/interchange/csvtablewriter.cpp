#include "core/interchange/csvtablewriter.h"

#include "core/base/cp932.h"
#include "core/base/japantime.h"
#include "core/base/sentence.h"
#include "core/interchange/formulaguard.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

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
    bool shop = false; ///< ValueStyle::Shop

    QString operator()(std::monostate) const { return {}; }
    QString operator()(const QString &text) const { return quoted(guarded(text)); }
    QString operator()(qint64 number) const { return QString::number(number); }
    QString operator()(Yen amount) const { return QString::number(amount.value) + (shop ? u".00"_s : u""_s); }
    QString operator()(const QDate &day) const
    {
        return day.toString(shop ? u"yyyy-MM-dd 00:00:00"_s : u"yyyy/MM/dd"_s);
    }
    QString operator()(const QDateTime &instant) const
    {
        const QString form = shop ? u"yyyy-MM-dd HH:mm:ss"_s : u"yyyy/MM/dd HH:mm:ss"_s;
        return instant.isValid() ? japantime::fromInstant(instant).toString(form) : QString();
    }
};

/// Where a text can be cut at or before `most` units without splitting a pair.
qsizetype pieceOf(QStringView text, qsizetype most)
{
    const bool split = text.size() > most && text[most - 1].isHighSurrogate();
    return std::min(text.size(), split ? most - 1 : most);
}

} // namespace

CsvTableWriter::CsvTableWriter(const QString &file, Encoding encoding, ValueStyle style)
    : m_file(file), m_encoding(encoding), m_style(style)
{
}

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
        fields.append(std::visit(FieldOf{m_style == ValueStyle::Shop}, value));
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

/// A piece at a time: each character that is not there costs the encoding of its piece anew, and a hostile
/// memo is megabytes of them.
QByteArray CsvTableWriter::encoded(const QString &field, int column)
{
    if (m_encoding == Encoding::Utf8WithMark) {
        return field.toUtf8();
    }
    constexpr qsizetype PieceUnits = 256;
    QByteArray bytes;
    for (QStringView rest = field; !rest.isEmpty();) {
        const qsizetype length = pieceOf(rest, PieceUnits);
        bytes += encodedPiece(rest.first(length).toString(), column);
        rest = rest.sliced(length);
    }
    return bytes;
}

QByteArray CsvTableWriter::encodedPiece(QString piece, int column)
{
    for (;;) {
        const auto bytes = encodeCp932(piece);
        if (bytes) {
            return *bytes;
        }
        noteUnwritable({bytes.error().character, m_row, column});
        const qsizetype length = std::max<qsizetype>(1, bytes.error().character.size());
        piece.replace(bytes.error().position, length, u"〓"_s);
    }
}

TableWriteError CsvTableWriter::errorOf(const QString &what) const
{
    return {m_file.fileName(), m_row,
            Sentence::tr("%1 に書き込めません（%2）。").arg(m_file.fileName(), m_file.errorString()) + what};
}

} // namespace kessai
