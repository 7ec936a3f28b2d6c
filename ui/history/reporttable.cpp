#include "ui/history/reporttable.h"

#include "ui/text/formats.h"

namespace kessai {

namespace {

struct ShownText
{
    QString operator()(std::monostate) const { return {}; }
    QString operator()(const QString &text) const { return text; }
    QString operator()(qint64 number) const { return Formats::count(number); }
    QString operator()(Yen amount) const { return Formats::yen(amount); }
    QString operator()(const QDate &day) const { return Formats::day(day); }
    QString operator()(const QDateTime &instant) const
    {
        return instant.isValid() ? Formats::minute(instant) : QString();
    }
};

} // namespace

QString ReportCell::text() const
{
    return std::visit(ShownText(), value);
}

} // namespace kessai
