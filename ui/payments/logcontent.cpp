#include "ui/payments/logcontent.h"

#include "core/base/japantime.h"
#include "core/services/transportdetail.h"
#include "ui/payments/methodrows.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct ContentWords
{
    Q_DECLARE_TR_FUNCTIONS(LogContent)

public:
    static QString ofKey(const QString &key)
    {
        static const QList<std::pair<QString, const char *>> words{
            {u"Amount"_s, QT_TR_NOOP("決済金額")},
            {u"Tax"_s, QT_TR_NOOP("税送料")},
            {u"Status"_s, QT_TR_NOOP("取引状態")},
            {u"JobCd"_s, QT_TR_NOOP("処理区分")},
            {u"Approve"_s, QT_TR_NOOP("承認番号")},
            {u"Forward"_s, QT_TR_NOOP("仕向け先")},
            {u"TranID"_s, QT_TR_NOOP("トランザクションID")},
            {u"ProcessDate"_s, QT_TR_NOOP("処理日時")},
            {u"TranDate"_s, QT_TR_NOOP("処理日時")},
            {u"CancelAmount"_s, QT_TR_NOOP("取消金額")},
            {u"CancelTax"_s, QT_TR_NOOP("取消の税送料")},
            {u"CvsCode"_s, QT_TR_NOOP("コンビニ")},
            {u"PaymentTerm"_s, QT_TR_NOOP("お支払期限")},
            {u"FinishDate"_s, QT_TR_NOOP("払込日時")},
            {u"OrderDate"_s, QT_TR_NOOP("注文日")},
            {u"CompletionDate"_s, QT_TR_NOOP("完了日")},
            {u"AuPayMethod"_s, QT_TR_NOOP("決済手段")},
            {u"before"_s, QT_TR_NOOP("前")},
            {u"after"_s, QT_TR_NOOP("後")},
            {u"reason"_s, QT_TR_NOOP("理由")},
            {u"detail"_s, QT_TR_NOOP("通信")},
            {u"gatewayOrderId"_s, QT_TR_NOOP("決済オーダーID")},
            {u"operation"_s, QT_TR_NOOP("操作")}};
        for (const auto &[code, word] : words) {
            if (code == key) {
                return tr(word);
            }
        }
        return key;
    }
    static QString listed(const QStringList &parts) { return parts.join(tr("、")); }
    static QString bracketed(const QString &text) { return tr("（%1）").arg(text); }
    static QString move(const QString &from, const QString &to) { return tr("%1 → %2").arg(from, to); }
};

/// Each carrier has a name of its own for what was taken back: AuCancelAmount, SbCancelTax.
QString plainKey(const QString &key)
{
    for (const QString &name : {u"CancelAmount"_s, u"CancelTax"_s}) {
        if (key.endsWith(name)) {
            return name;
        }
    }
    return key;
}

struct Field
{
    QString key;
    QString value;
    bool nested = false;
};

/// `key=value key=(key=value …)`: a value ends where the next key begins, outside brackets. The words of
/// `detail`, which comes last, may look like a key.
QList<Field> fieldsOf(QStringView text)
{
    QList<Field> fields;
    int depth = 0;
    qsizetype begin = 0;
    const auto take = [&](qsizetype end) {
        const QStringView part = text.mid(begin, end - begin);
        const qsizetype sign = part.indexOf(u'=');
        if (sign <= 0) {
            return;
        }
        QStringView value = part.mid(sign + 1);
        const bool nested = value.startsWith(u'(') && value.endsWith(u')');
        value = nested ? value.mid(1, value.size() - 2) : value;
        fields.append({plainKey(part.left(sign).toString()), value.toString(), nested});
    };
    const auto beginsKey = [&](qsizetype place) {
        qsizetype end = place;
        while (end < text.size() && text[end].isLetterOrNumber() && text[end].unicode() < 128) {
            ++end;
        }
        return end > place && end < text.size() && text[end] == u'=';
    };
    for (qsizetype place = 0; place < text.size(); ++place) {
        depth += text[place] == u'(' ? 1 : text[place] == u')' ? -1 : 0;
        if (text.mid(begin).startsWith("detail="_L1)) {
            break;
        }
        if (depth == 0 && text[place] == u' ' && beginsKey(place + 1)) {
            take(place);
            begin = place + 1;
        }
    }
    take(text.size());
    return fields;
}

bool isAmount(const QString &key)
{
    return key == u"Amount" || key == u"Tax" || key == u"CancelAmount" || key == u"CancelTax";
}

bool isInstant(const QString &key)
{
    return key == u"ProcessDate" || key == u"TranDate" || key == u"PaymentTerm" || key == u"FinishDate" ||
           key == u"OrderDate";
}

QString readableValue(const Field &field)
{
    if (isAmount(field.key)) {
        return Formats::yen(Yen{field.value.toLongLong()});
    }
    if (field.key == u"CvsCode") {
        return storeName(field.value);
    }
    if (field.key == u"AuPayMethod") {
        return auPayMethodName(field.value);
    }
    if (field.key == u"Status") {
        return u"%1 %2"_s.arg(Words::of(paymentStatusOfWord(field.value)), field.value);
    }
    if (isInstant(field.key)) {
        const auto instant = japantime::fromGatewayText(field.value);
        return instant ? Formats::second(*instant) : field.value;
    }
    if (field.key == u"CompletionDate") {
        const QDate day = QDate::fromString(field.value, u"yyyyMMdd"_s);
        return day.isValid() ? Formats::day(day) : field.value;
    }
    if (field.key == u"detail") {
        return transportDetailText(field.value);
    }
    if (field.key == u"operation") {
        const auto kind = operationKindFromCode(field.value);
        return kind ? Words::of(*kind) : field.value;
    }
    return field.value;
}

QString readable(QStringView text)
{
    QStringList parts;
    for (const Field &field : fieldsOf(text)) {
        const bool told = field.key == u"operator" || field.key == u"requestDigest" ||
                          field.key == u"GatewayDate" ||
                          (isAmount(field.key) && field.key != u"Amount" && field.value == u"0");
        if (told || field.value.isEmpty()) {
            continue; // in a column of its own, for no human eye, or nothing
        }
        const QString name = ContentWords::ofKey(field.key);
        parts.append(field.nested ? name + ContentWords::bracketed(readable(field.value))
                                  : u"%1 %2"_s.arg(name, readableValue(field)));
    }
    return ContentWords::listed(parts);
}

/// 新規受付 → 入金済み
QString statusMove(const QString &content)
{
    QString from;
    QString to;
    for (const Field &field : fieldsOf(content)) {
        const auto status = orderStatusFromId(field.value.toInt());
        QString &side = field.key == u"from" ? from : to;
        side = status ? Words::of(*status) : field.value;
    }
    return ContentWords::move(from, to);
}

} // namespace

QString readableContent(const LogEntry &entry)
{
    if (entry.source == u"STATUS") {
        return statusMove(entry.content);
    }
    return fieldsOf(entry.content).isEmpty() ? entry.content : readable(entry.content);
}

} // namespace kessai
