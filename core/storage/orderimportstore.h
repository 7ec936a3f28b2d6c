#pragma once

#include "core/domain/order.h"
#include "core/storage/importfields.h"
#include "core/storage/orderwriter.h"

#include <QHash>

namespace kessai {

/// Writes orders that come from the shop's system (design.md §4 "Imported and edited values"): for each field
/// the value last imported and the present one are kept; an import moves the present one only where it still
/// equals the last imported one.
class OrderImportStore
{
public:
    explicit OrderImportStore(Database &database) : m_database(database) {}

    enum class Outcome { Created, Updated, Unchanged };
    struct Applied
    {
        Outcome outcome = Outcome::Unchanged;
        QStringList
            conflictingFields; ///< both sides changed and differ: ours stayed, the order is marked 取込と相違
        bool conflictsMoved = false; ///< others than before, or none any more
    };

    /// Which fields of an order a file has: others are left as they are.
    /// Names: status, paidAt, customer, mailAddress, message, note, method, orderedAt, lines, shipments,
    /// trackingNumber …
    using FieldNames = QStringList;

    /// Inside the caller's transaction. With `dryRun` nothing is written but the outcome is told.
    StorageResult<Applied> apply(const Order &imported, const FieldNames &fieldsInFile, bool dryRun);
    /// As apply() for many orders, each only once, with few statements; the outcomes in the same order.
    StorageResult<QList<Applied>> applyAll(const QList<Order> &imported, const FieldNames &fieldsInFile,
                                           bool dryRun);

    static const QStringList &allFields();

    /// The fields of a file, by their places among allFields(), in the order in which they are taken over.
    using Places = QList<qsizetype>;
    /// None if a name is not known.
    static std::optional<Places> placesOf(const FieldNames &fieldsInFile);

    /// An order of a file, made ready to be compared with what we have and to be written.
    struct Prepared
    {
        Order order;
        importfields::Stamps stamps;
        OrderRows rows;   ///< if it is new
        RowBatch keeping; ///< as well: what the file says
    };
    /// Most of the work on an order, and none of it needs the database: by any thread.
    static Prepared prepare(Order imported, const Places &places);
    /// As above. Fills in the keys of the rows that it writes.
    StorageResult<QList<Applied>> applyAll(const QList<Prepared *> &imported, const Places &places,
                                           bool dryRun);

    /// A line of the table of imports.
    struct LogEntry
    {
        QDateTime at;
        QString fileName;
        QString format;
        qint64 read = 0;
        qint64 created = 0;
        qint64 updated = 0;
        qint64 unchanged = 0;
        qint64 refused = 0;
        QString operatorName;
        QString seat;
    };
    StorageResult<Nothing> log(const LogEntry &entry);

    /// Whether operations wait or run that a long transaction would hold up (design.md §11).
    StorageResult<bool> operationsAreLive();

    /// Between true and false SQLite checkpoints after about 40 MB of changes instead of 4 and keeps 64 MB of
    /// pages instead of 2: the defaults make a large import 2.5 times slower (design.md §11). Elsewhere
    /// nothing happens.
    void setManyWrites(bool many);

private:
    struct Known;
    StorageResult<QHash<qint64, Known>> knownOf(const QList<Prepared *> &orders);
    StorageResult<Nothing> create(const QList<Prepared *> &orders);
    StorageResult<Known> lockedKnown(const Known &known, Prepared &imported);
    StorageResult<Applied> merge(const Known &known, const Prepared &imported, const Places &places,
                                 bool dryRun);
    StorageResult<Nothing> keep(const Known &known);
    StorageResult<Nothing> keepShopValues(OrderId id, const Places &places,
                                          const QHash<QString, QString> &differing);

    Database &m_database;
};

} // namespace kessai
