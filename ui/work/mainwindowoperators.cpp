#include "ui/work/connectionstatus.h"
#include "ui/work/mainwindow.h"
#include "ui/work/operatordialog.h"

// Who sits at the desk.

namespace kessai {

using namespace Qt::StringLiterals;

/// With one there is nothing to ask; whoever was named on the command line is not asked either.
void MainWindow::takeOperators(const QStringList &names)
{
    m_operators = names;
    m_operatorAction->setEnabled(names.size() > 1);
    m_status->setOperators(names, m_session.operatorName());
    if (!std::exchange(m_asksOperator, false) || names.isEmpty()) {
        return;
    }
    if (names.size() == 1 || m_practice) {
        setOperator(names.contains(m_session.operatorName()) ? m_session.operatorName() : names.first());
    } else {
        chooseOperator();
    }
}

void MainWindow::setOperator(const QString &name)
{
    m_session.setOperatorName(name);
    m_status->setOperators(m_operators, name);
}

void MainWindow::chooseOperator()
{
    auto *dialog = new OperatorDialog(m_operators, m_session.operatorName(), this);
    connect(dialog, &OperatorDialog::chosen, this, [this](const QString &name) {
        setOperator(name);
        keepSetting(u"operator.last"_s, name);
    });
    dialog->open();
}

} // namespace kessai
