#pragma once

#include <QObject>

class QSocketNotifier;

namespace kessai {

/// SIGTERM, SIGINT and SIGHUP as a signal of the event loop, so that the program ends as it does by its menu
/// (Qt, "Calling Qt Functions From Unix Signal Handlers"). One at a time.
class QuitSignals : public QObject
{
    Q_OBJECT

public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override;

signals:
    void asked();

private:
    void read();

    QSocketNotifier *m_notifier = nullptr;
};

} // namespace kessai
