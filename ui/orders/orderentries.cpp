#include "ui/orders/orderentries.h"

#include "core/base/cp932.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>

namespace kessai::orderentries {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrderEntries)
};

bool isTitle(const QString &entry)
{
    return entry == u"注文番号" || entry == u"注文ID" || entry == u"決済オーダーID" || entry == u"オーダーID";
}

} // namespace

QStringList of(const QString &text)
{
    QStringList entries;
    QString entry;
    const auto take = [&entries, &entry] {
        QString bare = entry.trimmed();
        if (bare.size() > 1 && bare.startsWith(u'"') && bare.endsWith(u'"')) {
            bare = bare.sliced(1, bare.size() - 2).trimmed();
        }
        if (!bare.isEmpty() && !isTitle(bare)) {
            entries.append(bare);
        }
        entry.clear();
    };
    for (const QChar letter : text) {
        if (letter == u'\n' || letter == u'\r' || letter == u',' || letter == u'\t' || letter == u'、' ||
            letter == u'，' || letter == QChar::LineSeparator || letter == QChar::ParagraphSeparator) {
            take();
        } else {
            entry.append(letter);
        }
    }
    take();
    return entries;
}

Result<QString, QString> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Text::tr("ファイルを開けません。%1").arg(file.errorString()));
    }
    const QByteArray bytes = file.read(TextMaximum + 1); // a device or a pipe has no size
    if (bytes.size() > TextMaximum) {
        return failure(Text::tr("ファイルが大きすぎます。1,000,000バイトまでにしてください。"));
    }
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes); // without its BOM
    if (!utf8.hasError()) {
        return text;
    }
    auto cp932 = decodeCp932(bytes);
    if (!cp932) {
        return failure(Text::tr("文字コードがUTF-8でもShift_JISでもないため、読み取れません。"));
    }
    return *cp932;
}

} // namespace kessai::orderentries
