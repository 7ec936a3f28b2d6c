#pragma once

#include <QString>

namespace kessai {

/// Whom staff ask when they do not know (S2, S3), and GMO's own pages (S8, S128). "" is what nobody has set.
struct SupportContact
{
    QString name;
    QString address;
    QString phone;
    QString mail;  ///< isMailAddress() or ""
    QString hours; ///< 平日 10:00～12:00 …
    /// outsideLink() takes them, or ""
    QString contractLink;
    QString gatewayLink;

    /// Nobody has said whom to ask about this program.
    [[nodiscard]] bool isUnknown() const
    {
        return name.isEmpty() && address.isEmpty() && phone.isEmpty() && mail.isEmpty() && hours.isEmpty();
    }
};

} // namespace kessai
