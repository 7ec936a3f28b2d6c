#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace kessai {

/// Turns SIGTERM and SIGINT into a Qt signal, so that the program ends by its event loop. One per process.
class TerminationSignal : public QObject
{
    Q_OBJECT
public:
    explicit TerminationSignal(QObject *parent = nullptr);
    ~TerminationSignal() override;

signals:
    void received();

private:
    int m_descriptor;
    QSocketNotifier m_notifier;
};

} // namespace kessai
