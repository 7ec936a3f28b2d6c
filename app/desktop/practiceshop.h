#pragma once

#include "app/desktop/sampleorders.h"
#include "core/services/shopsession.h"
#include "core/simulator/simulator.h"

#include <QCoro/QCoroTask>
#include <QTemporaryDir>

#include <memory>

namespace kessai {

/// 練習モード: a throw-away shop with sample orders and a gateway simulator in this program. Nothing leaves
/// the machine; the folder goes with the object.
class PracticeShop : public QObject
{
    Q_OBJECT

public:
    explicit PracticeShop(QObject *parent = nullptr);
    ~PracticeShop() override;

    /// Answers with ready() or failed().
    void prepare();
    [[nodiscard]] QString dataFolder() const { return m_folder.path(); }

signals:
    void ready();
    void failed(const QString &message);

private:
    QCoro::Task<> setUp();
    void fill();
    bool seedGateway();
    void addFaults();

    QTemporaryDir m_folder;
    SystemClock m_clock;
    simulator::Simulator m_gateway;
    QList<SampleOrder> m_samples;
    std::unique_ptr<ShopSession> m_session; ///< only while the shop is filled
    QString m_problem;
};

} // namespace kessai
