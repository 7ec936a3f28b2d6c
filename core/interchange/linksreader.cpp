#include "core/interchange/linksreader.h"

#include "core/base/sentence.h"
#include "core/interchange/csvdefect.h"
#include "core/interchange/csvheader.h"
#include "core/interchange/fieldvalues.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

bool isGatewayOrderId(const QString &text)
{
    constexpr qsizetype MostCharacters = 27;
    const auto allowed = [](QChar character) {
        const char16_t unit = character.unicode();
        return (unit >= u'0' && unit <= u'9') || (unit >= u'A' && unit <= u'Z') ||
               (unit >= u'a' && unit <= u'z') || unit == u'-';
    };
    return !text.isEmpty() && text.size() <= MostCharacters && std::all_of(text.begin(), text.end(), allowed);
}

Result<std::unique_ptr<LinksReader>, QString> LinksReader::open(QIODevice &device)
{
    std::unique_ptr<LinksReader> reader(new LinksReader(device));
    const QString problem = reader->readHeader();
    if (!problem.isEmpty()) {
        return failure(problem);
    }
    return reader;
}

/// A sentence when the header is not that of a links file.
QString LinksReader::readHeader()
{
    const Result<CsvHeader, QString> header = readCsvHeader(m_reader);
    if (!header) {
        return header.error();
    }
    m_headers = header.value().names;
    m_encoding = header.value().encoding;
    const QStringList known = {u"注文ID"_s, u"決済オーダーID"_s, u"支払方法"_s};
    for (const QString &name : m_headers) {
        if (!known.contains(name)) {
            return Sentence::tr("1 行目: 見出しの列「%1」は、紐付けファイルにない列です。")
                .arg(name.left(60));
        }
        if (m_headers.count(name) > 1) {
            return Sentence::tr("1 行目: 見出しの列「%1」が重複しています。").arg(name);
        }
    }
    for (const QString &needed : known.first(2)) {
        if (!m_headers.contains(needed)) {
            return Sentence::tr("1 行目: 見出しに列「%1」がありません。").arg(needed);
        }
    }
    m_orderColumn = m_headers.indexOf(known[0]);
    m_gatewayColumn = m_headers.indexOf(known[1]);
    m_methodColumn = m_headers.indexOf(known[2]);
    return {};
}

std::optional<ImportedLink> LinksReader::next()
{
    if (!m_reader.next(m_record)) {
        return std::nullopt;
    }
    ImportedLink link;
    link.line = m_record.line;
    link.problem = read(link);
    return link;
}

ImportProblem LinksReader::refused(qsizetype column, const QString &message) const
{
    return {m_record.line, column < 0 ? QString() : m_headers[column], ImportProblem::Kind::Refused, message};
}

std::optional<QString> LinksReader::text(qsizetype column) const
{
    return decodeText(m_record.plain(column), m_encoding);
}

std::optional<ImportProblem> LinksReader::read(ImportedLink &link) const
{
    if (m_record.defect != CsvRecord::Defect::None) {
        return refused(-1, sentenceFor(m_record, m_headers.size()));
    }
    const std::optional<qint64> order = positiveId(m_record.raw(m_orderColumn));
    if (!order) {
        return refused(m_orderColumn, Sentence::tr("注文IDが正しくありません。"));
    }
    link.shopOrderId = *order;
    link.gatewayOrderId = text(m_gatewayColumn).value_or(QString());
    if (!isGatewayOrderId(link.gatewayOrderId)) {
        return refused(
            m_gatewayColumn,
            Sentence::tr("決済オーダーIDが正しくありません（半角の英数字とハイフン、27文字まで）。"));
    }
    return readMethod(link);
}

std::optional<ImportProblem> LinksReader::readMethod(ImportedLink &link) const
{
    if (m_methodColumn < 0 || m_record.raw(m_methodColumn).isEmpty()) {
        return std::nullopt;
    }
    const QString name = text(m_methodColumn).value_or(QString());
    const PaymentMethod method = paymentMethodFromShopName(name);
    if (!isGatewayMethod(method)) {
        return refused(m_methodColumn,
                       Sentence::tr("支払方法「%1」は、GMOの決済ではありません。").arg(name.left(60)));
    }
    link.method = method;
    return std::nullopt;
}

} // namespace kessai
