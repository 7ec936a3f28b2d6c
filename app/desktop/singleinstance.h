#pragma once

#include <QLocalServer>
#include <QString>

namespace kessai {

/// One program per data folder and user: a second start asks the first to show its window.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);

    /// True when a first one is there; it has been asked then.
    bool askFirstToShow();
    /// From now on this one is the first; false when another one is, which has been asked to show its window.
    bool becomeFirst();

signals:
    void showRequested();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace kessai
