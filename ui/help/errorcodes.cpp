#include "ui/help/errorcodes.h"

#include "core/base/textfold.h"
#include "core/gmo/errortable.h"
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ErrorCodes)
};

struct Kind
{
    QString name;
    QString advice;
};

/// By the category of error-codes.csv.
Kind kindOf(const QString &category)
{
    const QHash<QString, Kind> kinds{
        {u"input"_s,
         {Text::tr("送信内容の誤り"),
          Text::tr(
              "購入者ではなく、ショップかこのアプリの側の誤りです。コードを添えて、お問い合わせ先に知らせて"
              "ください。")}},
        {u"card-declined"_s,
         {Text::tr("カード会社の拒否"),
          Text::tr("購入者に別の支払方法を相談してください。理由は、購入者からカード会社に問い合わせてもらい"
                   "ます。")}},
        {u"temporary"_s,
         {Text::tr("混雑・通信障害"),
          Text::tr("待ってください。結果がわからないときは、GMOの状態を読み取って自動で確かめます。")}},
        {u"limit/deadline"_s,
         {Text::tr("期限・限度"),
          Text::tr("注文の金額と、受注情報に表示される期限を確かめてください。過ぎているときは、GMOに問い合わ"
                   "せてください。")}},
        {u"system"_s,
         {Text::tr("GMO・決済会社の異常"),
          Text::tr("待ってから、決済状態確認・反映をしてください。続くときは、GMOに問い合わせてください。")}},
        {u"auth/config"_s,
         {Text::tr("ショップの設定・契約"),
          Text::tr("設定のショップIDとショップパスワードを確かめてください。正しければ、GMOに契約を確かめてく"
                   "ださい。")}},
        {u"state"_s,
         {Text::tr("今の状態と合わない"),
          Text::tr("決済状態確認・反映で今の状態を読み取り、もう一度操作するかどうかを決めてください。")}},
        {u"duplicate"_s,
         {Text::tr("二重の操作"),
          Text::tr(
              "同じ操作がすでに届いています。もう一度操作せずに、結果の確認が終わるのを待ってください。")}},
    };
    return kinds.value(category,
                       {Text::tr("その他"),
                        Text::tr("結果は、GMOの状態を読み取って確かめます。コードを添えて、GMOに問い合わせて"
                                 "ください。")});
}

QString effectOf(AnswerClass answerClass)
{
    switch (answerClass) {
    case AnswerClass::Refusal:
        return Text::tr("不成立。変わっていないことを読み取って確かめます");
    case AnswerClass::Busy:
        return Text::tr("処理前。間隔を空けて自動で続けます");
    case AnswerClass::Contradiction:
        return Text::tr("済んでいることもあります。読み取って確かめます");
    case AnswerClass::Ambiguous:
        return Text::tr("結果不明。読み取って確かめるまで結果確認中です");
    case AnswerClass::Success:
    case AnswerClass::Unsent:
        break;
    }
    return {};
}

ErrorCode lineOf(const ErrorMeaning &row, const QString &code)
{
    const Kind kind = kindOf(row.category);
    ErrorCode line{code,        Language::isEnglish() ? row.meaningEn : row.meaningJa,
                   kind.name,   effectOf(ErrorTable::embedded().classOf(code)),
                   kind.advice, {}};
    line.folded = foldForSearch(code + u'\n' + line.meaning + u'\n' + line.kind) + u'\n';
    return line;
}

} // namespace

QList<ErrorCode> errorCodes()
{
    QList<ErrorCode> lines;
    const QList<ErrorMeaning> rows = ErrorTable::embedded().rows();
    lines.reserve(rows.size());
    for (const ErrorMeaning &row : rows) {
        lines.append(lineOf(row, row.code));
    }
    return lines;
}

ErrorCode errorCodeOf(const QString &code)
{
    return lineOf(ErrorTable::embedded().meaningOf(code), code);
}

bool isLikeErrorCode(const QString &typed)
{
    static const QRegularExpression pattern(u"\\A(?=.*[0-9]{4})[0-9A-Za-z]{8,12}\\z"_s);
    return pattern.match(typed.trimmed()).hasMatch();
}

} // namespace kessai
