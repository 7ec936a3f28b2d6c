#include "core/interchange/xlsxtablewriter.h"

#include "core/base/japantime.h"
#include "core/base/sentence.h"

#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

#include <xlsxwriter.h>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype TextMaximum = 32'767; ///< characters of a cell

/// What XML can hold, and no more than a cell can; a picture that the cut would split goes as a whole.
QByteArray cellText(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (const QChar character : text) {
        const bool allowed = character >= u' ' || character == u'\n' || character == u'\t';
        const bool nonCharacter = character == QChar(0xFFFE) || character == QChar(0xFFFF);
        if (allowed && !nonCharacter) {
            kept.append(character);
        }
    }
    if (kept.size() > TextMaximum) {
        kept.truncate(kept.at(TextMaximum - 1).isHighSurrogate() ? TextMaximum - 1 : TextMaximum);
    }
    // Excel reads _x0041_ as A; written so it stays as it was.
    static const QRegularExpression escape(u"_(?=x[0-9A-Fa-f]{4}_)"_s);
    return kept.replace(escape, u"_x005F_"_s).toUtf8();
}

/// Days since 1899-12-30, as Excel counts; the time is the fraction.
double serialOf(const QDate &day, const QTime &time)
{
    constexpr double DayMs = 86'400'000.0;
    return double(QDate(1899, 12, 30).daysTo(day)) + time.msecsSinceStartOfDay() / DayMs;
}

/// About as wide as the title, so that nothing has to be dragged at once.
double widthFor(const QString &title)
{
    double width = 4;
    for (const QChar character : title) {
        width += character.unicode() < 0x80 ? 1 : 2;
    }
    return std::max(width, 12.0);
}

} // namespace

/// Writes one value; every text as a text, whatever it begins with.
class XlsxTableWriter::CellWriter
{
public:
    CellWriter(XlsxTableWriter &writer, int column) : m_writer(writer), m_column(lxw_col_t(column)) {}

    lxw_error operator()(std::monostate) const { return LXW_NO_ERROR; }
    lxw_error operator()(const QString &text) const
    {
        if (text.isEmpty()) {
            return LXW_NO_ERROR;
        }
        return worksheet_write_string(m_writer.m_sheet, row(), m_column, cellText(text).constData(), nullptr);
    }
    lxw_error operator()(qint64 number) const { return write(double(number), nullptr); }
    lxw_error operator()(Yen amount) const { return write(double(amount.value), m_writer.m_yen); }
    lxw_error operator()(const QDate &day) const
    {
        return day.isValid() ? write(serialOf(day, QTime(0, 0)), m_writer.m_day) : LXW_NO_ERROR;
    }
    lxw_error operator()(const QDateTime &instant) const
    {
        if (!instant.isValid()) {
            return LXW_NO_ERROR;
        }
        const QDateTime japan = japantime::fromInstant(instant);
        return write(serialOf(japan.date(), japan.time()), m_writer.m_instant);
    }

private:
    [[nodiscard]] lxw_row_t row() const { return lxw_row_t(m_writer.m_row); }
    [[nodiscard]] lxw_error write(double number, lxw_format *format) const
    {
        return worksheet_write_number(m_writer.m_sheet, row(), m_column, number, format);
    }

    XlsxTableWriter &m_writer;
    lxw_col_t m_column;
};

XlsxTableWriter::XlsxTableWriter(const QString &file) : m_file(file) {}

XlsxTableWriter::~XlsxTableWriter()
{
    if (m_workbook) {
        workbook_close(m_workbook); // the only way to free it; the draft goes with its folder
    }
}

TableWriteResult XlsxTableWriter::begin(const QStringList &titles)
{
    if (!m_folder.isValid()) {
        return failure(errorOf(m_folder.errorString()));
    }
    m_folderName = QFile::encodeName(m_folder.path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_folderName.data();
    m_workbook = workbook_new_opt(QFile::encodeName(draft()).constData(), &options);
    m_sheet = m_workbook ? workbook_add_worksheet(m_workbook, nullptr) : nullptr;
    if (!m_sheet) {
        return failure(errorOf(QString()));
    }
    m_yen = workbook_add_format(m_workbook);
    format_set_num_format(m_yen, "#,##0");
    m_day = workbook_add_format(m_workbook);
    format_set_num_format(m_day, "yyyy/mm/dd");
    m_instant = workbook_add_format(m_workbook);
    format_set_num_format(m_instant, "yyyy/mm/dd hh:mm:ss");
    lxw_format *header = workbook_add_format(m_workbook);
    format_set_bold(header);
    worksheet_freeze_panes(m_sheet, 1, 0);
    for (int column = 0; column < titles.size(); ++column) {
        worksheet_set_column(m_sheet, lxw_col_t(column), lxw_col_t(column), widthFor(titles.at(column)),
                             nullptr);
        const QByteArray title = cellText(titles.at(column));
        const lxw_error error =
            worksheet_write_string(m_sheet, 0, lxw_col_t(column), title.constData(), header);
        if (error != LXW_NO_ERROR) {
            return failure(errorOf(QString::fromUtf8(lxw_strerror(error))));
        }
    }
    return Nothing{};
}

TableWriteResult XlsxTableWriter::addRow(const QList<TableValue> &values)
{
    if (m_row == MaxRows) {
        return failure(TableWriteError{
            m_file, m_row,
            Sentence::tr("Excelで開ける行数（%1行）を超えています。CSVで書き出すか、条件を絞ってください。")
                .arg(groupedYen(Yen{MaxRows}))});
    }
    ++m_row;
    for (int column = 0; column < values.size(); ++column) {
        const lxw_error error = std::visit(CellWriter(*this, column), values.at(column));
        if (error != LXW_NO_ERROR) {
            return failure(errorOf(QString::fromUtf8(lxw_strerror(error))));
        }
    }
    return Nothing{};
}

TableWriteResult XlsxTableWriter::finish()
{
    const lxw_error error = workbook_close(std::exchange(m_workbook, nullptr));
    if (error != LXW_NO_ERROR) {
        return failure(errorOf(QString::fromUtf8(lxw_strerror(error))));
    }
    return moveToPlace();
}

/// The draft may lie on another file system, so it is copied; the name is taken in one step at the end.
TableWriteResult XlsxTableWriter::moveToPlace()
{
    constexpr qint64 PieceBytes = 1 << 20;
    QFile written(draft());
    QSaveFile target(m_file);
    if (!written.open(QIODevice::ReadOnly)) {
        return failure(errorOf(written.errorString()));
    }
    if (!target.open(QIODevice::WriteOnly)) {
        return failure(errorOf(target.errorString()));
    }
    while (!written.atEnd()) {
        const QByteArray piece = written.read(PieceBytes);
        if (piece.isEmpty() || target.write(piece) != piece.size()) {
            return failure(errorOf(piece.isEmpty() ? written.errorString() : target.errorString()));
        }
    }
    if (!target.commit()) {
        return failure(errorOf(target.errorString()));
    }
    return Nothing{};
}

TableWriteError XlsxTableWriter::errorOf(const QString &reason) const
{
    return {m_file, m_row,
            Sentence::tr("%1 に書き込めません（%2）。空き容量と保存先とその権限を確認してください。")
                .arg(m_file, reason)};
}

} // namespace kessai
