#include "core/interchange/rowreader.h"

#include "core/interchange/fieldvalues.h"

#include <algorithm>
#include <cstring>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

bool isAscii(QByteArrayView bytes)
{
    // The quick test of eight bytes at a time pays: most fields are numbers and dates.
    const char *data = bytes.data();
    qsizetype left = bytes.size();
    for (; left >= 8; left -= 8, data += 8) {
        quint64 word = 0;
        std::memcpy(&word, data, 8);
        if (word & 0x8080808080808080ULL) {
            return false;
        }
    }
    return std::all_of(data, data + left, [](char byte) { return static_cast<signed char>(byte) >= 0; });
}

bool isLongText(OrderColumn column)
{
    return column == OrderColumn::Note || column == OrderColumn::Message ||
           column == OrderColumn::ShipmentNote;
}

/// What a message shows of a wrong value.
QString shown(const QByteArray &value)
{
    return QString::fromLatin1(value.left(30));
}

} // namespace

void RowReader::turnTo(const CsvRecord &record)
{
    m_record = &record;
}

QByteArrayView RowReader::raw(OrderColumn column) const
{
    const int position = m_columns.positionOf(column);
    return position < 0 ? QByteArrayView() : m_record->raw(position);
}

QByteArray RowReader::plain(OrderColumn column) const
{
    const int position = m_columns.positionOf(column);
    return position < 0 ? QByteArray() : m_record->plain(position);
}

void RowReader::refuse(OrderColumn column, const QString &message)
{
    m_problems.append({m_record->line, m_columns.headerOf(column), ImportProblem::Kind::Refused, message});
}

void RowReader::decode(const QList<OrderColumn> &wanted)
{
    QList<OrderColumn> foreign;
    for (const OrderColumn column : wanted) {
        const QByteArrayView bytes = raw(column);
        if (bytes.contains('\0')) {
            setText(column, {});
            refuse(column, u"文字ではないデータ（NUL）が含まれています。"_s);
        } else if (isAscii(bytes)) {
            setText(column, bytes.isEmpty() ? QString() : QString::fromLatin1(plain(column)));
        } else {
            foreign.append(column);
        }
    }
    if (!foreign.isEmpty()) {
        decodeTogether(foreign);
    }
}

/// One call of the converter for the row: a call costs more than the few characters of a field.
void RowReader::decodeTogether(const QList<OrderColumn> &columns)
{
    QByteArray joined;
    for (const OrderColumn column : columns) {
        joined += plain(column);
        joined += '\0'; // no field holds it, and no trail byte is one
    }
    const std::optional<QString> text = decodeText(joined, m_encoding);
    // A character cut off at the end of a field takes the separator with it.
    if (!text || text->count(QChar(u'\0')) != columns.size()) {
        decodeOneByOne(columns);
        return;
    }
    qsizetype from = 0;
    for (const OrderColumn column : columns) {
        const qsizetype to = text->indexOf(QChar(u'\0'), from);
        setText(column, text->mid(from, to - from));
        from = to + 1;
    }
}

/// Finds the columns that cannot be decoded.
void RowReader::decodeOneByOne(const QList<OrderColumn> &columns)
{
    const QString name = m_encoding == TextEncoding::Utf8 ? u"UTF-8"_s : u"Shift_JIS(CP932)"_s;
    for (const OrderColumn column : columns) {
        std::optional<QString> text = decodeText(plain(column), m_encoding);
        if (!text) {
            refuse(column, u"%1 として読めない文字があります。"_s.arg(name));
        }
        setText(column, text.value_or(QString()));
    }
}

void RowReader::setText(OrderColumn column, QString text)
{
    constexpr qsizetype MostCharacters = 1000;
    if (text.contains(u'\r')) {
        text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    }
    if (text.size() > MostCharacters && !isLongText(column)) {
        refuse(column, u"長すぎます（%1 文字まで）。"_s.arg(MostCharacters));
        text.clear();
    }
    m_texts[static_cast<size_t>(column)] = std::move(text);
}

Yen RowReader::money(OrderColumn column)
{
    return isEmpty(column) ? Yen{} : requiredMoney(column);
}

Yen RowReader::requiredMoney(OrderColumn column)
{
    const std::optional<Yen> amount = yenFromDecimal(raw(column));
    if (!amount) {
        refuse(column, isEmpty(column) ? u"金額がありません。"_s
                                       : u"金額「%1」が正しくありません。円単位の整数にしてください。"_s.arg(
                                             shown(plain(column))));
    }
    return amount.value_or(Yen{});
}

qint64 RowReader::number(OrderColumn column, qint64 least, qint64 most, std::optional<qint64> ifEmpty)
{
    if (isEmpty(column) && ifEmpty) {
        return *ifEmpty;
    }
    const std::optional<qint64> value = numberWithZeroFraction(raw(column));
    if (value && *value >= least && *value <= most) {
        return *value;
    }
    refuse(column, isEmpty(column) ? u"値がありません。"_s
                                   : u"値「%1」が正しくありません。"_s.arg(shown(plain(column))));
    return least;
}

std::optional<QDateTime> RowReader::instant(OrderColumn column)
{
    if (isEmpty(column)) {
        return std::nullopt;
    }
    std::optional<QDateTime> read = instantFromText(raw(column));
    if (!read) {
        refuse(column, u"日時「%1」が正しくありません。"_s.arg(shown(plain(column))));
    }
    return read;
}

std::optional<QDate> RowReader::day(OrderColumn column)
{
    const std::optional<QDateTime> read = instant(column);
    return read ? dayFromText(raw(column)) : std::nullopt;
}

} // namespace kessai
