#include "core/interchange/rowreader.h"

#include "core/base/sentence.h"
#include "core/interchange/fieldvalues.h"
#include "core/interchange/formulaguard.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// What has to be minded in the bytes of a field.
struct Bytes
{
    bool foreign = false; ///< not ASCII
    bool nul = false;
};

Bytes lookedAt(QByteArrayView bytes)
{
    Bytes seen;
    for (const char byte : bytes) {
        seen.foreign |= static_cast<signed char>(byte) < 0;
        seen.nul |= byte == '\0';
    }
    return seen;
}

bool isLongText(OrderColumn column)
{
    return column == OrderColumn::Note || column == OrderColumn::Message ||
           column == OrderColumn::ShipmentNote;
}

/// What a message shows of a wrong value.
QString shown(const QByteArray &value, TextEncoding encoding)
{
    constexpr qsizetype LongestShown = 30;
    const auto text = decodeText(value, encoding);
    QString beginning = (text ? *text : QString::fromLatin1(value)).left(LongestShown);
    for (QChar &character : beginning) {
        character =
            character.category() == QChar::Other_Control ? QChar(QChar::ReplacementCharacter) : character;
    }
    return beginning;
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

bool RowReader::holdsQuotes(OrderColumn column) const
{
    const int position = m_columns.positionOf(column);
    return position >= 0 && m_record->cut.fields[position].holdsQuotes;
}

void RowReader::refuse(OrderColumn column, const QString &message)
{
    m_problems.append({m_record->line, m_columns.headerOf(column), ImportProblem::Kind::Refused, message});
}

void RowReader::decode(const QList<OrderColumn> &wanted)
{
    m_foreign.clear();
    for (const OrderColumn column : wanted) {
        const QByteArrayView bytes = raw(column);
        const Bytes seen = lookedAt(bytes);
        if (seen.nul) {
            setText(column, {});
            refuse(column, Sentence::tr("文字ではないデータ（NUL）が含まれています。"));
        } else if (seen.foreign) {
            m_foreign.append(column);
        } else {
            setText(column,
                    holdsQuotes(column) ? QString::fromLatin1(plain(column)) : QString::fromLatin1(bytes));
        }
    }
    if (!m_foreign.isEmpty()) {
        decodeTogether();
    }
}

/// One call of the converter for the row: a call costs more than the few characters of a field.
void RowReader::decodeTogether()
{
    m_joined.resize(0);
    for (const OrderColumn column : m_foreign) {
        if (holdsQuotes(column)) {
            m_joined += plain(column);
        } else {
            m_joined += raw(column);
        }
        m_joined += '\0'; // no field holds it, and no trail byte is one
    }
    const std::optional<QString> text = decodeText(m_joined, m_encoding);
    // A character cut off at the end of a field takes the separator with it.
    if (!text || text->count(QChar(u'\0')) != m_foreign.size()) {
        decodeOneByOne();
        return;
    }
    qsizetype from = 0;
    for (const OrderColumn column : std::as_const(m_foreign)) {
        const qsizetype to = text->indexOf(QChar(u'\0'), from);
        setText(column, text->mid(from, to - from));
        from = to + 1;
    }
}

/// Finds the columns that cannot be decoded.
void RowReader::decodeOneByOne()
{
    const QString name = m_encoding == TextEncoding::Utf8 ? u"UTF-8"_s : u"Shift_JIS(CP932)"_s;
    for (const OrderColumn column : std::as_const(m_foreign)) {
        std::optional<QString> text = decodeText(plain(column), m_encoding);
        if (!text) {
            refuse(column, Sentence::tr("%1 として読めない文字があります。").arg(name));
        }
        setText(column, text.value_or(QString()));
    }
}

void RowReader::setText(OrderColumn column, QString text)
{
    constexpr qsizetype MostCharacters = 1000;
    if (m_dialect == CsvDialect::Spreadsheet) {
        text = unguarded(text);
    }
    if (text.contains(u'\r')) {
        text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    }
    if (text.size() > MostCharacters && !isLongText(column)) {
        refuse(column, Sentence::tr("長すぎます（%1 文字まで）。").arg(MostCharacters));
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
        refuse(column, isEmpty(column)
                           ? Sentence::tr("金額がありません。")
                           : Sentence::tr("金額「%1」が正しくありません。円単位の整数にしてください。")
                                 .arg(shown(plain(column), m_encoding)));
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
    refuse(column, isEmpty(column)
                       ? Sentence::tr("値がありません。")
                       : Sentence::tr("値「%1」が正しくありません。").arg(shown(plain(column), m_encoding)));
    return least;
}

std::optional<QDateTime> RowReader::instant(OrderColumn column)
{
    if (isEmpty(column)) {
        return std::nullopt;
    }
    std::optional<QDateTime> read = instantFromText(raw(column));
    if (!read) {
        refuse(column, Sentence::tr("日時「%1」が正しくありません。").arg(shown(plain(column), m_encoding)));
    }
    return read;
}

std::optional<QDate> RowReader::day(OrderColumn column)
{
    const std::optional<QDateTime> read = instant(column);
    return read ? dayFromText(raw(column)) : std::nullopt;
}

} // namespace kessai
