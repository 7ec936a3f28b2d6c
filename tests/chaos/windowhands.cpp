// Hands at a window: a plugin of Qt that a campaign loads (QT_QPA_GENERIC_PLUGINS) into the very kessai-desk
// that is installed. It knows of the program what a person sees: widgets that are shown and enabled, by their
// names.
#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QGenericPlugin>
#include <QPlainTextEdit>
#include <QTimer>

#include <cstdio>

namespace {

using namespace Qt::StringLiterals;

constexpr int TickMs = 20;
constexpr qint64 PatienceMs = 10'000; ///< of `press` and `write`; then the rest is left undone
constexpr qint64 TryMs = 1'000;       ///< of `try`; then the next step comes

/// What a person could reach: no dialog stands before it.
template <typename Widget>
Widget *reachable(const QString &name)
{
    const QWidget *modal = QApplication::activeModalWidget();
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (!window->isVisible() || (modal && modal != window)) {
            continue;
        }
        auto *widget = window->findChild<Widget *>(name);
        if (widget && widget->isVisible() && widget->isEnabled()) {
            return widget;
        }
    }
    return nullptr;
}

bool pressed(const QString &name)
{
    if (auto *button = reachable<QAbstractButton>(name)) {
        button->click();
        return true;
    }
    auto *action = reachable<QAction>(name);
    if (action && !QApplication::activeModalWidget()) {
        action->trigger();
        return true;
    }
    return false;
}

bool written(const QString &name, const QString &text)
{
    auto *edit = reachable<QPlainTextEdit>(name);
    if (edit) {
        edit->setFocus();
        edit->insertPlainText(text);
    }
    return edit;
}

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

/// KESSAI_HANDS: steps with `;` between: press NAME, try NAME, write NAME TEXT, wait MS. Each waits until it
/// can be done. What was pressed is printed, and `rests` when nothing is left to do.
class Hands : public QObject
{
public:
    Hands() : m_steps(qEnvironmentVariable("KESSAI_HANDS").split(u';', Qt::SkipEmptyParts))
    {
        m_tick.setInterval(TickMs);
        connect(&m_tick, &QTimer::timeout, this, &Hands::work);
        m_tick.start();
        m_since.start();
    }

private:
    void work()
    {
        if (m_steps.isEmpty()) {
            m_tick.stop();
            say(u"rests"_s);
            return;
        }
        const QStringList words = m_steps.first().split(u' ');
        const QString name = words.value(1);
        const bool isWait = words.first() == u"wait"_s;
        const bool isTry = words.first() == u"try"_s;
        const bool isDone = isWait                        ? m_since.hasExpired(name.toLongLong())
                            : words.first() == u"write"_s ? written(name, words.value(2))
                                                          : pressed(name);
        if (isDone && !isWait) {
            say(u"pressed "_s + name);
        }
        const bool isOver = m_since.hasExpired(isTry ? TryMs : PatienceMs);
        if (!isDone && !isWait && isOver && !isTry) {
            say(u"cannot reach "_s + name);
            m_steps.clear();
        } else if (isDone || (isTry && isOver)) {
            m_steps.removeFirst();
            m_since.start();
        }
    }

    QStringList m_steps;
    QElapsedTimer m_since; ///< of the step
    QTimer m_tick;
};

class HandsPlugin : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "windowhands.json")

public:
    QObject *create(const QString & /*name*/, const QString & /*specification*/) override
    {
        return new Hands;
    }
};

} // namespace

#include "windowhands.moc"
