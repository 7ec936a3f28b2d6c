#include "core/storage/databaseerrors.h"

#include "core/base/sentence.h"

#include <QSqlError>

#include <sqlite3.h>

namespace kessai {

using namespace Qt::StringLiterals;
using Kind = StorageError::Kind;

namespace {

Kind kindOfSqliteCode(int code)
{
    if (code == SQLITE_BUSY_SNAPSHOT) {
        return Kind::StaleSnapshot;
    }
    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) {
        return Kind::Unique;
    }
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Kind::Busy;
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return Kind::Full;
    case SQLITE_READONLY:
        return Kind::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Kind::Corrupt;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Kind::Unavailable;
    case SQLITE_INTERRUPT:
        return Kind::Interrupted;
    default:
        return Kind::Other;
    }
}

Kind kindOfSqlState(const QString &state)
{
    static const QHash<QString, Kind> exact{
        {u"23505"_s, Kind::Unique},        {u"55P03"_s, Kind::Busy},        {u"40P01"_s, Kind::StaleSnapshot},
        {u"40001"_s, Kind::StaleSnapshot}, {u"53100"_s, Kind::Full},        {u"58030"_s, Kind::Full},
        {u"25006"_s, Kind::ReadOnly},      {u"XX001"_s, Kind::Corrupt},     {u"XX002"_s, Kind::Corrupt},
        {u"57014"_s, Kind::Interrupted},   {u"57P01"_s, Kind::Unavailable}, {u"57P02"_s, Kind::Unavailable},
        {u"57P03"_s, Kind::Unavailable},   {u"25P03"_s, Kind::Unavailable}, {u"53300"_s, Kind::Unavailable},
        {u"3D000"_s, Kind::Unavailable},
    };
    // No SQLSTATE at all: libpq itself lost or never had the connection.
    if (state.isEmpty() || state.startsWith(u"08"_s) || state.startsWith(u"28"_s)) {
        return Kind::Unavailable;
    }
    return exact.value(state, Kind::Other);
}

QString sentenceOf(Kind kind)
{
    switch (kind) {
    case Kind::Unavailable:
        return Sentence::tr("データベース %1 "
                            "を開けません、または接続が切れました。場所・権限・ネットワークを確認してから、も"
                            "う一度操作してください。");
    case Kind::Busy:
        return Sentence::tr(
            "データベース %1 はほかの処理で使用中です。しばらく待ってから、もう一度操作してください。");
    case Kind::Unique:
        return Sentence::tr(
            "データベース %1 に同じものがすでに登録されています。画面を更新して確認してください。");
    case Kind::StaleSnapshot:
        return Sentence::tr(
            "データベース %1 の内容がほかの処理で変わりました。画面を更新して、もう一度操作してください。");
    case Kind::Full:
        return Sentence::tr("データベース %1 "
                            "に書き込めません（ディスクの空き不足または入出力エラー）。空き容量とディスクを確"
                            "認してください。");
    case Kind::ReadOnly:
        return Sentence::tr("データベース %1 "
                            "は読み取り専用のため書き込めません。ファイルの権限、またはほかの起動中のプログラ"
                            "ムを確認してください。");
    case Kind::Corrupt:
        return Sentence::tr(
            "データベース %1 "
            "が壊れているか、データベースではありません。最新のバックアップから復元してください。");
    case Kind::Newer:
        return Sentence::tr(
            "データベース %1 は新しい版のプログラムで作られています。プログラムを更新してください。");
    case Kind::OtherShop:
        return Sentence::tr(
            "データベース %1 は別のショップまたは別の環境のものです。設定を確認してください。");
    case Kind::NotFound:
        return Sentence::tr("データベース %1 に該当するデータがありません。画面を更新して確認してください。");
    case Kind::Interrupted:
        return Sentence::tr(
            "データベース %1 の処理を途中で終えました。条件をせばめるか、もう一度操作してください。");
    case Kind::Other:
        break;
    }
    return Sentence::tr(
        "データベース %1 の処理に失敗しました。もう一度操作し、続くときはシステム担当者に連絡してください。");
}

} // namespace

Kind kindOfNativeCode(DatabaseSpec::Dialect dialect, const QString &nativeCode)
{
    return dialect == DatabaseSpec::Dialect::Sqlite ? kindOfSqliteCode(nativeCode.toInt())
                                                    : kindOfSqlState(nativeCode);
}

StorageError storageErrorOf(const DatabaseSpec &spec, Kind kind, const QString &nativeCode,
                            const QString &detail)
{
    QString message = sentenceOf(kind).arg(spec.place());
    if (!detail.isEmpty()) {
        message += Sentence::tr("（%1）").arg(detail.simplified());
    }
    return {kind, nativeCode, message};
}

StorageError storageErrorOf(const DatabaseSpec &spec, const QSqlError &error)
{
    const Kind kind = kindOfNativeCode(spec.dialect, error.nativeErrorCode());
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return storageErrorOf(spec, kind, error.nativeErrorCode(), text);
}

} // namespace kessai
