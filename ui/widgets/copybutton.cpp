#include "ui/widgets/copybutton.h"

#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QToolTip>

namespace kessai {

using namespace Qt::StringLiterals;

CopyButton::CopyButton(const QString &label, QWidget *parent) : QToolButton(parent)
{
    setAutoRaise(true);
    setIcon(themedIcon(u"edit-copy"_s, palette()));
    setToolTip(tr("%1をコピー").arg(label));
    setAccessibleName(toolTip());
    setEnabled(false);
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
}

void CopyButton::setValue(const QString &value)
{
    m_value = value;
    setEnabled(!value.isEmpty());
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(m_value);
    QToolTip::showText(mapToGlobal(QPoint(0, height())), tr("コピーしました"), this);
}

void CopyButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        setIcon(themedIcon(u"edit-copy"_s, palette()));
    }
    QToolButton::changeEvent(event);
}

} // namespace kessai
