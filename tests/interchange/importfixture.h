#pragma once

#include "core/services/importservice.h"
#include "core/services/linkservice.h"
#include "tests/interchange/csvsupport.h"

#include <QCoro/QCoroTask>
#include <QTemporaryDir>

namespace kessai {

using namespace Qt::StringLiterals;

using Imported = Result<ImportReport, ImportFailure>;

inline QCoro::Task<> keepResult(QCoro::Task<Imported> task, std::optional<Imported> &result)
{
    result.emplace(co_await task);
}

/// Runs an import to its end.
inline Imported finished(QCoro::Task<Imported> task)
{
    std::optional<Imported> result;
    QCoro::waitFor(keepResult(std::move(task), result));
    return *result;
}

/// A shop's database without a gateway.
class ImportFixture
{
public:
    ImportFixture()
        : database(openDatabase(folder))
        , orders(*database)
        , payments(*database, {})
        , journal(*database, seat)
        , runs(*database)
        , meta(*database)
        , watch(*database)
        , context{.clock = clock,
                  .database = *database,
                  .orders = orders,
                  .payments = payments,
                  .journal = journal,
                  .runs = runs,
                  .meta = meta,
                  .watch = watch,
                  .notifier = notifier,
                  .timing = {},
                  .rules = {},
                  .limits = {},
                  .seat = seat,
                  .shopId = u"tshop00000001"_s}
    {
    }

    QString write(const QByteArray &content)
    {
        const QString name = folder.filePath(u"file.csv"_s);
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? name : QString();
    }

    Result<ImportReport, ImportFailure> import(const QByteArray &content, bool dryRun = false)
    {
        ImportService::Options options;
        options.file = write(content);
        options.dryRun = dryRun;
        return finished(ImportService(context).importOrders(options));
    }

    Result<ImportReport, ImportFailure> importLinks(const QByteArray &content, bool dryRun = false)
    {
        LinkService::Options options;
        options.file = write(content);
        options.dryRun = dryRun;
        return finished(LinkService(context).importLinks(options));
    }

    OrderId idOf(qint64 shopOrderId)
    {
        return orders.idByShopOrderId(shopOrderId).value().value_or(OrderId{});
    }
    Order order(qint64 shopOrderId) { return orders.byId(idOf(shopOrderId)).value(); }

    QTemporaryDir folder;
    SystemClock clock;
    Seat seat{u"desk"_s, u"boot"_s, 0};
    ChangeNotifier notifier;
    std::unique_ptr<Database> database;
    OrderRepository orders;
    PaymentRepository payments;
    JournalStore journal;
    RunStore runs;
    MetaStore meta;
    WatchStore watch;
    ShopContext context;

private:
    static std::unique_ptr<Database> openDatabase(const QTemporaryDir &folder)
    {
        DatabaseSpec spec;
        spec.sqliteFile = folder.filePath(u"shop.sqlite"_s);
        auto opened = Database::open(spec, DatabaseMode::ReadWrite);
        const auto migrated = migrate(*opened.value(), [] { return StorageResult<Nothing>(Nothing{}); });
        return migrated ? std::move(opened.value()) : nullptr;
    }
};

} // namespace kessai
