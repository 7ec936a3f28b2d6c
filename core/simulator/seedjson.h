#pragma once

#include "core/simulator/paytype.h"

#include <QDateTime>
#include <QJsonObject>

namespace kessai::simulator {

/// Reads the fields of a seed. The first thing that is wrong is remembered, as a sentence; the values read
/// are then without meaning.
class SeedReader
{
public:
    explicit SeedReader(const QJsonObject &json) : m_json(json) {}

    [[nodiscard]] const QString &wrong() const { return m_wrong; }
    void refuse(const QString &sentence);

    QString orderId();
    /// Card when there is none.
    PayType payType();
    /// A number becomes a text too.
    QString text(const QString &name, const QString &otherwise);
    /// A number or a text of digits, not negative.
    Yen yen(const QString &name, std::optional<Yen> otherwise = {});
    /// Japan time, `yyyy-MM-dd HH:mm:ss`; an invalid instant when absent.
    QDateTime time(const QString &name);

private:
    const QJsonObject &m_json;
    QString m_orderId;
    QString m_wrong;
};

} // namespace kessai::simulator
