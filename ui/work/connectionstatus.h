#pragma once

#include "core/services/shopsession.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace kessai {

/// The right side of the status bar: first reads that go on, connection with the time of the last answer,
/// what is in doubt, who works here.
class ConnectionStatus : public QWidget
{
    Q_OBJECT

public:
    ConnectionStatus(ShopSession &session, QWidget *parent = nullptr);

    void setInDoubt(qint64 count);
    /// Names to choose from; with none the account's name stands there alone.
    void setOperators(const QStringList &names, const QString &current);

signals:
    void inDoubtClicked();
    void operatorChosen(const QString &name);

private:
    void onOpened();
    void showAnswered(const QDateTime &at);
    void showEarlierAnswer(const QDateTime &at);
    void showFirstReads(int left);
    void showProblem(const QString &text, const QString &reason);

    ShopSession &m_session;
    QLabel *m_firstReads; ///< while payments are read that nobody asked about
    QLabel *m_mark;
    QLabel *m_connection;
    bool m_heard = false; ///< of the gateway, in this session
    QToolButton *m_inDoubt;
    QToolButton *m_operator;
};

} // namespace kessai
