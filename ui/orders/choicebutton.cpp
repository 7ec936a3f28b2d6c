#include "ui/orders/choicebutton.h"

#include "ui/text/formats.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalBlocker>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// A name may come from a file: its & is no key.
QString shown(QString word)
{
    return word.replace(u'&', u"&&"_s);
}

} // namespace

ChoiceButton::ChoiceButton(const QString &title, const QList<Choice> &choices, QWidget *parent)
    : QToolButton(parent), m_title(title), m_menu(new QMenu(this))
{
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setProperty("menuButton", true);
    setMenu(m_menu);
    m_menu->setToolTipsVisible(true);
    m_menu->installEventFilter(this);
    setChoices(choices);
}

void ChoiceButton::setChoices(const QList<Choice> &choices)
{
    m_menu->clear();
    m_actions.clear();
    m_choices = choices;
    for (const Choice &choice : choices) {
        QAction *action = m_menu->addAction(shown(choice.word));
        action->setCheckable(true);
        action->setToolTip(choice.explanation);
        m_actions.append(action);
        connect(action, &QAction::toggled, this, [this] {
            showTitle();
            emit checkedChanged();
        });
    }
    showTitle();
}

QList<int> ChoiceButton::checkedValues() const
{
    QList<int> values;
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        if (m_actions.at(i)->isChecked()) {
            values.append(m_choices.at(i).value);
        }
    }
    return values;
}

void ChoiceButton::setCheckedValues(const QList<int> &values)
{
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        const QSignalBlocker quiet(m_actions.at(i));
        m_actions.at(i)->setChecked(values.contains(m_choices.at(i).value));
    }
    showTitle();
}

void ChoiceButton::setCount(int value, qint64 count)
{
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        if (m_choices.at(i).value == value) {
            m_actions.at(i)->setText(u"%1 (%2)"_s.arg(shown(m_choices.at(i).word), Formats::count(count)));
        }
    }
}

void ChoiceButton::showTitle()
{
    const qsizetype checked = checkedValues().size();
    const QString words = checked == 0 ? m_title : u"%1: %2"_s.arg(m_title).arg(checked);
    setText(words + u" ▾"_s);
    setAccessibleName(words);
}

/// A click or Space on an entry ticks it and leaves the menu open; Enter and Esc close it.
bool ChoiceButton::eventFilter(QObject *watched, QEvent *event)
{
    QAction *action = nullptr;
    if (event->type() == QEvent::MouseButtonRelease) {
        action = m_menu->actionAt(static_cast<QMouseEvent *>(event)->pos());
    } else if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        action = m_menu->activeAction();
    }
    if (watched == m_menu && action && action->isCheckable()) {
        action->toggle();
        return true;
    }
    return QToolButton::eventFilter(watched, event);
}

} // namespace kessai
