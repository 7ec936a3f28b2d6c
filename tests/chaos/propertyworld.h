#pragma once

#include "tests/chaos/propertycommand.h"
#include "tests/chaos/propertyseat.h"
#include "tests/services/invariants.h"

#include <array>

struct sqlite3;

namespace kessai {

/// A shop, its seats, its gateway and GMO's operator; the model is the simulator's ledger. PostgreSQL: up to
/// three seats beside each other, and one more that only looks. SQLite has one seat: what is said to any goes
/// to it, and a program that is gone is followed by the next at once.
///
/// One world plays many stories one after the other, each with payments of its own and an empty database. A
/// world in which something was broken is thrown away.
class PropertyWorld : public QObject
{
    Q_OBJECT

public:
    /// @param database "" for SQLite or a postgresql:// address
    explicit PropertyWorld(const QString &database);
    ~PropertyWorld() override;

    void beginStory(int payments);
    void take(const Command &command);
    /// What of journal.md §16 is broken now.
    QStringList broken();
    /// Faults off, the next start, time enough: then every payment has one truth.
    QStringList brokenAtRest();
    /// Forgets the story.
    void endStory();

private:
    /// What is to strike the next operation of a seat.
    struct Trap
    {
        Command command;
        bool sprung = false;
        int storeFailures = 0;    ///< told since it struck
        bool storeIsShut = false; ///< until they are enough
    };
    struct SeenOperation
    {
        QString state;
        qint64 epoch = 0;
        QString ownerBoot;
        qint64 lastEvidence = 0;
        bool operator==(const SeenOperation &) const = default;
    };

    [[nodiscard]] bool isPostgresql() const { return m_bystander != nullptr; }
    ShopContext &observer() { return m_money.shop->context(); }
    QString nameOf(int payment) const;
    int paymentOf(const Command &command) const;
    int seatOf(const Command &command) const;
    QList<OperationRequest> requestsOf(const Command &command) const;

    // Commands
    PropertySeat &openSeat(int seat);
    void dropSeat(int seat);
    void restart(int seat);
    void plan(int seat, const Command &command);
    void beginPlanned(int seat, const Command &command);
    void operate(int seat, const Command &command);
    void resumeRuns(int seat, const Command &command);
    void poll(int seat);
    void goOn(int seat);
    void finish(int seat);
    void finishIfMust(int seat);
    void afterStep(int seat);
    void operateConsole(int payment, const Command &command);

    // Blows
    void setTrap(int seat, const Command &command);
    void clearTrap(int seat);
    void onPaymentChanged(int seat, PaymentId payment);
    void onExchange(int seat);
    void onStoreFailing(int seat);
    void strike(int seat, Moment moment);
    void sleepPastTheWindow(Moment moment);
    void cut(int seat);
    void endSession(int backend);
    void takeOverFrom(int seat);
    void shutStore(int seat, bool shut);
    void refuseWrites(int seat, bool refuse);
    void holdLock(int seat, bool held);

    // Checks
    void noteMoves(int seat);
    void noteRequests();
    QStringList brokenBesideConsole(int payment);
    QStringList brokenRuns();
    void problem(const QString &line) { m_problems.append(line); }

    MoneyFixture m_money;
    MachineTime m_time;
    std::unique_ptr<Database> m_bystander; ///< PostgreSQL: another program's connection
    sqlite3 *m_other = nullptr;            ///< SQLite: likewise
    bool m_lockHeld = false;
    std::array<std::unique_ptr<Shop>, MostSeats> m_shops;
    std::vector<std::unique_ptr<PropertySeat>> m_seats;

    // Of the story
    std::unique_ptr<Invariants> m_invariants;
    QList<OrderId> m_orders;
    qint64 m_firstNumber = 1;
    std::chrono::milliseconds m_begunAt{};
    QSet<int> m_touched; ///< by GMO's operator
    QStringList m_problems;
    std::array<std::optional<Trap>, MostSeats> m_traps;
    std::array<QList<OperationId>, MostSeats> m_planned;
    std::array<QList<RunId>, MostSeats> m_plannedRuns;
    std::array<bool, MostSeats> m_crashed{}; ///< to be dropped as soon as it stands still
    QHash<OperationId, SeenOperation> m_seen;
    QSet<QString> m_moved; ///< payments with news since they were looked at
    qsizetype m_heard = 0; ///< entries of the ledger that an exchange brought
    qsizetype m_noted = 0; ///< entries of the ledger that are in m_moved
    QString m_armed;       ///< the payment that was armed last
    QString
        m_tooLate; ///< the payment that slept past the send window when it was armed, until its seat rests
};

} // namespace kessai
