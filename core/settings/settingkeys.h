#pragma once

#include "core/base/loopbackhost.h"
#include "core/base/result.h"

#include <QList>
#include <QString>

namespace kessai {

/// How the text of a setting is read and checked.
enum class SettingType {
    Number,
    NumberList, ///< numbers with commas, the last repeats
    Choice,     ///< one of `choices`
    Text,
    TextList, ///< texts with commas
    GatewayUrl,
    HostName, ///< empty or the name of a host, without scheme, port or path
    ShopId,
    DatabaseSpec,
    Link,        ///< empty, or what outsideLink() takes
    MailAddress, ///< empty, or what isMailAddress() takes
};

/// One row of the table of settings (design.md §8).
struct SettingKey
{
    QString key;
    SettingType type = SettingType::Text;
    QString defaultText;
    qint64 minimum = 0; ///< of a number, or of the length of a text
    qint64 maximum = 0;
    /// Below this only a loopback gateway is allowed; for the times of journal.md §3 the default is the
    /// limit.
    qint64 loopbackBelow = 0;
    /// The default is the limit, number by number of a list.
    bool shorterOnLoopbackOnly = false;
    QStringList choices; ///< of a number too, where only some are meant
    QString description; ///< one sentence for staff, in Japanese
};

/// All settings, in the order in which the settings screen shows them.
const QList<SettingKey> &settingKeys();
/// The row of a key; none when there is no such key.
const SettingKey *settingKey(const QString &key);

/// Reads "5000,10000"; an error when a piece is not a plain number.
Result<QList<qint64>, QString> numbersOf(const QString &text);

/// Checks a text against its row.
/// @param loopback the gateway is on this machine
/// @return the text as it is stored; or what is wrong, one sentence in Japanese
Result<QString, QString> checkedSetting(const SettingKey &row, const QString &text, bool loopback);

} // namespace kessai
