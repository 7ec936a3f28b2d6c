#pragma once

#include "tests/interchange/csvsupport.h"

#include <QMap>

namespace kessai {

/// Builds an EC-CUBE 4 order file for a test: columns by name, lines as differences from a usual one.
class OrderFile
{
public:
    using Line = QMap<QString, QString>;

    OrderFile()
    {
        using namespace Qt::StringLiterals;
        const QByteArray header = sampleFile("eccube4-cp932.csv").split('\n').value(0);
        m_columns = QString(decodeCp932(header).value()).split(u',');
        m_columns[m_columns.lastIndexOf(u"送料"_s)] = u"送料2"_s; // tells the parcel's fee from the order's
    }

    QStringList &columns() { return m_columns; }

    /// A usual line of order 272 with these values instead.
    OrderFile &add(const Line &values = {})
    {
        using namespace Qt::StringLiterals;
        Line line = {
            {u"注文ID"_s, u"272"_s},
            {u"注文番号"_s, u"272"_s},
            {u"お名前(姓)"_s, u"能登"_s},
            {u"お名前(名)"_s, u"ソフィア"_s},
            {u"小計"_s, u"2200.00"_s},
            {u"値引き"_s, u"0.00"_s},
            {u"送料"_s, u"500.00"_s},
            {u"税金"_s, u"0.00"_s},
            {u"合計"_s, u"2700.00"_s},
            {u"支払合計"_s, u"2700.00"_s},
            {u"対応状況(ID)"_s, u"1"_s},
            {u"対応状況(名称)"_s, u"新規受付"_s},
            {u"支払方法(ID)"_s, u"5"_s},
            {u"支払方法(名称)"_s, u"GMOクレジット決済"_s},
            {u"受注日"_s, u"2020-12-03 13:21:23"_s},
            {u"注文詳細ID"_s, QString::number(++m_itemId)},
            {u"商品名"_s, u"チェリーアイスサンド"_s},
            {u"価格"_s, u"2000.00"_s},
            {u"個数"_s, u"1"_s},
            {u"税率"_s, u"10"_s},
            {u"明細区分(ID)"_s, u"1"_s},
            {u"明細区分(名称)"_s, u"商品"_s},
            {u"出荷ID"_s, u"900"_s},
            {u"配送先_お名前(姓)"_s, u"﨑山"_s},
        };
        line.insert(values);
        m_lines.append(line);
        return *this;
    }

    [[nodiscard]] QByteArray bytes(bool utf8 = false, const QByteArray &lineEnd = "\n") const
    {
        QByteArray content =
            encoded(m_columns, utf8, lineEnd).replace("\x91\x97\x97\xBF\x32", "\x91\x97\x97\xBF");
        content.replace("送料2", "送料");
        for (const Line &line : m_lines) {
            QStringList fields;
            for (const QString &column : m_columns) {
                fields.append(line.value(column));
            }
            content += encoded(fields, utf8, lineEnd);
        }
        return content;
    }

private:
    static QByteArray encoded(const QStringList &fields, bool utf8, const QByteArray &lineEnd)
    {
        if (!utf8) {
            return cp932Line(fields, lineEnd);
        }
        QList<QByteArray> bytes;
        for (const QString &field : fields) {
            bytes.append(field.toUtf8());
        }
        return phpLine(bytes, lineEnd);
    }

    QStringList m_columns;
    QList<Line> m_lines;
    int m_itemId = 1000;
};

} // namespace kessai
