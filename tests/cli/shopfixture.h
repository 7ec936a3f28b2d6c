#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace kessai {

/// What one call of `kessai` left behind.
struct ProgramAnswer
{
    int status = -1; ///< -1: ended by a signal or not in time
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const;
    /// items[index] of the document
    [[nodiscard]] QJsonObject item(int index = 0) const;
};

/// One order of the shop and its payment `<number>-03132123`: an authorised card payment, if nothing else is
/// said.
struct SampleOrder
{
    int number = 272;
    qint64 payableYen = 3200;
    qint64 gatewayYen = 3200;
    QString status = QStringLiteral("AUTH");
    QString authorizedAt = QStringLiteral("2020-12-03 13:21:23");
    QString soldAt = QString();
    /// The shop's name of the method; of the seven of S88 that are no card the gateway's PayType follows.
    QString method = QStringLiteral("GMOクレジット決済");
    int orderStatus = 1;              ///< 新規受付
    QJsonObject more = QJsonObject(); ///< of the transaction at the gateway: paymentTerm, payMethod …
};

/// The real programs against each other: `kessai` on a data folder of its own, `gmo-simulator` as the
/// gateway, both from the folder KESSAI_BINARIES. Everything starts on 3 December 2020 at 13:30 in Japan.
class ShopFixture
{
public:
    /// @param program kessai, or ../tests/kessai-with-seams
    /// @param gatewayWords more of the simulator's options
    explicit ShopFixture(const QString &program = QStringLiteral("kessai"),
                         const QStringList &gatewayWords = {});
    ~ShopFixture();

    static QString gatewayOrderId(int number);

    /// `setup` with the simulator's address and credentials and short times; the password goes into a file.
    ProgramAnswer setUp(const QStringList &more = {});
    /// As above, without saying where the password goes.
    [[nodiscard]] QStringList setupWords() const;
    /// `import` of these orders and of their links, and their transactions at the gateway.
    void addOrders(const QList<SampleOrder> &orders);
    /// Both, for one order.
    void open(const SampleOrder &order = {});

    /// Runs `kessai --data … WORDS` to its end, without a terminal.
    ProgramAnswer run(const QStringList &words) const;
    /// With --json.
    ProgramAnswer json(const QStringList &words) const;
    /// On a terminal where somebody types this.
    /// False in a root file system without /dev/pts.
    static bool hasTerminals();
    ProgramAnswer runAtTerminal(const QStringList &words, const QByteArray &typed) const;
    /// Starts it and comes back at once.
    std::unique_ptr<QProcess> start(const QStringList &words) const;
    static ProgramAnswer finish(QProcess &process);

    /// `order` of `show NUMBER`.
    [[nodiscard]] QJsonObject order(int number) const;

    /// The simulator's control port.
    QJsonObject post(const QString &path, const QJsonValue &body) const;
    [[nodiscard]] QJsonArray ledger() const;
    /// The shop's password and the AccessPass of every transaction.
    [[nodiscard]] QList<QByteArray> secrets() const;
    /// The order's transaction, as the gateway has it (GET /transactions).
    [[nodiscard]] QJsonObject transaction(int number) const;
    /// The shopper's side, or the wallet's; @returns whether the gateway let it be.
    bool shopper(int number, const QString &does, QJsonObject more = {}) const;
    /// Japan time, yyyy-MM-dd HH:mm:ss. It stands still from then on, so that a test can name the second.
    void setClock(const QString &now) const;
    /// Requests of this call and JobCd that changed the transaction; "" for any order.
    [[nodiscard]] int effects(const QString &call, const QString &jobCd,
                              const QString &gatewayOrderId = {}) const;
    /// Requests of this call that arrived.
    [[nodiscard]] int arrived(const QString &call) const;
    /// The calls that were made for this order, inquiries left out, in order of arrival.
    [[nodiscard]] QStringList callsFor(int number) const;
    /// This fault strikes each request of the call; `more` are its fields.
    void alwaysFail(const QString &call, const QString &fault, QJsonObject more = {}) const;
    void stopGateway();
    void startGateway();
    /// The line that the simulator prints when it is ready.
    [[nodiscard]] const QJsonObject &gateway() const { return m_gateway; }

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    QString write(const QString &name, const QByteArray &content) const;

private:
    [[nodiscard]] QString binary(const QString &name) const;

    QTemporaryDir m_folder;
    QString m_program;
    QStringList m_gatewayWords;
    QProcess m_simulator;
    QJsonObject m_gateway;
    int m_imports = 0;
};

} // namespace kessai
