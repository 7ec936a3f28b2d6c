#pragma once

#include "core/services/shopsession.h"

#include <QCoreApplication>

namespace kessai {

/// What the settings of an opened shop say about it and about whom to ask. No secret.
struct ProgramFacts
{
    QString gatewayHost;
    QString shopId;
    bool sharedDatabase = false; ///< PostgreSQL
    SupportContact contact;
};

/// Cancelled while no shop is open.
QFuture<ProgramFacts> programFacts(ShopSession &session);

/// The last error that GMO answered with.
struct LastError
{
    QString code;
    QDateTime at;
};
/// Of the operations of the last month; none where there was none.
QFuture<StorageResult<std::optional<LastError>>> lastError(ShopSession &session);

/// This program in words, for バージョン情報 (S1) and for whoever is asked about it.
class ProgramWords
{
    Q_DECLARE_TR_FUNCTIONS(ProgramWords)

public:
    /// KessaiDesk 1.2.3
    static QString program();
    /// Compiler, machine and Qt that this program was built for.
    static QString build();
    static QString of(GatewayEnvironment environment);
    /// Of which interface of GMO's this program speaks, and which edition of its error codes it has.
    static QString gatewayInterface();
    static QString errorTable();
};

} // namespace kessai
