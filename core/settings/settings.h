#pragma once

#include "core/settings/settingkeys.h"
#include "core/settings/supportcontact.h"

#include <QMap>
#include <QUrl>

#include <chrono>

namespace kessai {

/// The settings of one shop: typed getters over the table of settingkeys.h, kept in `settings.ini`. A value
/// that is unknown, out of its range or not allowed for the gateway falls back to the default and is logged.
/// Holds no secret.
class Settings
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// Reads the file; one that does not exist gives the defaults. Error: unreadable or broken, one sentence.
    static Result<Settings, QString> load(const QString &file);

    /// True when the file was there (setup has been done).
    [[nodiscard]] bool existed() const { return m_existed; }

    /// Checks and takes over a value in memory; save() makes it last. Set gateway.url first: what other keys
    /// allow depends on it. Error: unknown key, bad value or range, one sentence that says what to do.
    Result<Nothing, QString> set(const QString &key, const QString &text);
    /// Writes all values at once, mode 0600. Error: one sentence.
    Result<Nothing, QString> save();

    /// The value in force as text: the stored one where it is good, else the default. Empty for an unknown
    /// key.
    [[nodiscard]] QString text(const QString &key) const;

    [[nodiscard]] QUrl gatewayUrl() const { return QUrl(text(QStringLiteral("gateway.url"))); }
    [[nodiscard]] QString shopId() const { return text(QStringLiteral("gateway.shopId")); }
    [[nodiscard]] QString certificateAuthorityFile() const { return text(QStringLiteral("gateway.caFile")); }
    [[nodiscard]] QString allowedHost() const { return text(QStringLiteral("gateway.allowHost")); }
    [[nodiscard]] bool loopbackGateway() const;

    [[nodiscard]] QString databaseSpec() const { return text(QStringLiteral("database.spec")); }
    [[nodiscard]] QString secretsKind() const { return text(QStringLiteral("secrets.kind")); }
    [[nodiscard]] QString shopName() const { return text(QStringLiteral("shop.name")); }

    [[nodiscard]] Milliseconds connectTimeout() const { return duration(QStringLiteral("timing.connectMs")); }
    [[nodiscard]] Milliseconds deadline() const { return duration(QStringLiteral("timing.deadlineMs")); }
    [[nodiscard]] Milliseconds sendWindow() const { return duration(QStringLiteral("timing.sendWindowMs")); }
    /// Outside loopback never below deadline + 120 s (journal.md §3).
    [[nodiscard]] Milliseconds settleTime() const;
    [[nodiscard]] Milliseconds gap() const { return duration(QStringLiteral("timing.gapMs")); }
    [[nodiscard]] Milliseconds cancelReadGap() const
    {
        return duration(QStringLiteral("timing.cancelReadGapMs"));
    }
    [[nodiscard]] QList<Milliseconds> polls() const { return durations(QStringLiteral("timing.pollMs")); }
    [[nodiscard]] QList<Milliseconds> busyWaits() const { return durations(QStringLiteral("timing.busyMs")); }

    [[nodiscard]] int bulkParallel() const { return number(QStringLiteral("bulk.parallel")); }
    /// 0: no limit.
    [[nodiscard]] int bulkPerSecond() const { return number(QStringLiteral("bulk.perSecond")); }
    [[nodiscard]] int bulkBreaker() const { return number(QStringLiteral("bulk.breaker")); }

    [[nodiscard]] int captureDays() const { return number(QStringLiteral("rules.captureDays")); }
    [[nodiscard]] int changeDays() const { return number(QStringLiteral("rules.changeDays")); }
    [[nodiscard]] QString reauthorizeJob() const { return text(QStringLiteral("rules.reauthorizeJob")); }
    /// The shop's rounding id: 1 四捨五入, 2 切り捨て, 3 切り上げ (schema.md A.2).
    [[nodiscard]] int roundingId() const;

    [[nodiscard]] QString language() const { return text(QStringLiteral("ui.language")); }
    [[nodiscard]] QString theme() const { return text(QStringLiteral("ui.theme")); }
    [[nodiscard]] int rowLines() const { return number(QStringLiteral("ui.rowLines")); }
    [[nodiscard]] QStringList operators() const;
    [[nodiscard]] SupportContact supportContact() const;
    [[nodiscard]] QString lastOperator() const { return text(QStringLiteral("operator.last")); }

private:
    explicit Settings(QString file) : m_file(std::move(file)) {}
    void take(const QString &key, const QString &text);
    void logRefused() const;
    [[nodiscard]] int number(const QString &key) const;
    [[nodiscard]] Milliseconds duration(const QString &key) const;
    [[nodiscard]] QList<Milliseconds> durations(const QString &key) const;

    QString m_file;
    bool m_existed = false;
    QMap<QString, QString> m_stored; ///< known keys only, as in the file
};

} // namespace kessai
