#include "core/settings/settings.h"

#include "core/base/log.h"
#include "core/base/sentence.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestFileBytes = 1024 * 1024;
constexpr auto SettleBeyondDeadline = std::chrono::seconds(120);
constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

} // namespace

Result<Settings, QString> Settings::load(const QString &file)
{
    Settings settings(file);
    const QFileInfo info(file);
    settings.m_existed = info.exists();
    if (!settings.m_existed) {
        return settings;
    }
    if (!info.isFile() || !info.isReadable() || info.size() > LargestFileBytes) {
        return failure(
            Sentence::tr("設定ファイル %1 を読めません。ファイルの権限と内容を確認してください。").arg(file));
    }
    const QSettings stored(file, QSettings::IniFormat);
    if (stored.status() != QSettings::NoError) {
        return failure(
            Sentence::tr(
                "設定ファイル %1 の書式が壊れています。バックアップから戻すか、setupをやり直してください。")
                .arg(file));
    }
    for (const QString &key : stored.allKeys()) {
        const QVariant value = stored.value(key);
        // Commas written by hand without quotes arrive as a list.
        settings.take(key, value.typeId() == QMetaType::QStringList ? value.toStringList().join(u',')
                                                                    : value.toString());
    }
    settings.logRefused();
    return settings;
}

void Settings::take(const QString &key, const QString &text)
{
    if (settingKey(key)) {
        m_stored.insert(key, text);
    } else {
        qCWarning(logSettings).noquote() << "unknown key in the settings file:" << key.left(100);
    }
}

void Settings::logRefused() const
{
    for (auto entry = m_stored.begin(); entry != m_stored.end(); ++entry) {
        const Result<QString, QString> checked =
            checkedSetting(*settingKey(entry.key()), entry.value(), loopbackGateway());
        if (!checked) {
            qCWarning(logSettings).noquote() << checked.error() << "default used";
        }
    }
}

Result<Nothing, QString> Settings::set(const QString &key, const QString &text)
{
    const SettingKey *row = settingKey(key);
    if (!row) {
        return failure(
            Sentence::tr("設定 %1 はありません。キーの綴りを確認してください。").arg(key.left(100)));
    }
    const Result<QString, QString> checked = checkedSetting(*row, text, loopbackGateway());
    if (!checked) {
        return failure(checked.error());
    }
    const bool settle = key == "timing.settleMs"_L1 && !loopbackGateway();
    if (settle && Milliseconds(checked->toLongLong()) < deadline() + SettleBeyondDeadline) {
        return failure(
            Sentence::tr("設定 timing.settleMs: timing.deadlineMs より120000以上長い値を指定してください。"));
    }
    m_stored.insert(key, *checked);
    return Nothing{};
}

Result<Nothing, QString> Settings::save()
{
    const QString problem =
        Sentence::tr("設定ファイル %1 に書き込めません。空き容量とフォルダの権限を確認してください。")
            .arg(m_file);
    QFile file(m_file);
    // The mode is set before anything is in it.
    if (!file.open(QIODevice::ReadWrite) || !file.setPermissions(OwnerOnly)) {
        return failure(problem);
    }
    file.close();
    QSettings stored(m_file, QSettings::IniFormat);
    for (auto entry = m_stored.begin(); entry != m_stored.end(); ++entry) {
        stored.setValue(entry.key(), entry.value());
    }
    stored.sync();
    if (stored.status() != QSettings::NoError || !QFile::setPermissions(m_file, OwnerOnly)) {
        return failure(problem);
    }
    m_existed = true;
    return Nothing{};
}

QString Settings::text(const QString &key) const
{
    const SettingKey *row = settingKey(key);
    if (!row) {
        return {};
    }
    const auto stored = m_stored.find(key);
    if (stored == m_stored.end()) {
        return row->defaultText;
    }
    // The address says by itself whether it is loopback; all others are judged by it.
    const bool loopback = row->type != SettingType::GatewayUrl && loopbackGateway();
    const Result<QString, QString> checked = checkedSetting(*row, *stored, loopback);
    return checked ? *checked : row->defaultText;
}

bool Settings::loopbackGateway() const
{
    return isLoopbackHost(gatewayUrl().host());
}

Settings::Milliseconds Settings::settleTime() const
{
    const Milliseconds settle = duration(u"timing.settleMs"_s);
    return loopbackGateway() ? settle : std::max<Milliseconds>(settle, deadline() + SettleBeyondDeadline);
}

int Settings::roundingId() const
{
    return int(settingKey(u"rules.rounding"_s)->choices.indexOf(text(u"rules.rounding"_s))) + 1;
}

QStringList Settings::operators() const
{
    QStringList names;
    for (const QString &name : text(u"operators"_s).split(u',')) {
        if (!name.trimmed().isEmpty()) {
            names.append(name.trimmed());
        }
    }
    return names;
}

SupportContact Settings::supportContact() const
{
    return {text(u"support.name"_s),       text(u"support.address"_s), text(u"support.phone"_s),
            text(u"support.mail"_s),       text(u"support.hours"_s),   text(u"support.contractLink"_s),
            text(u"support.gatewayLink"_s)};
}

int Settings::number(const QString &key) const
{
    return text(key).toInt();
}

Settings::Milliseconds Settings::duration(const QString &key) const
{
    return Milliseconds(text(key).toLongLong());
}

QList<Settings::Milliseconds> Settings::durations(const QString &key) const
{
    QList<Milliseconds> list;
    for (const qint64 value : *numbersOf(text(key))) {
        list.append(Milliseconds(value));
    }
    return list;
}

} // namespace kessai
