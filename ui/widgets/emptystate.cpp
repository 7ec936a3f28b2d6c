#include "ui/widgets/emptystate.h"

#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int IconPx = 48;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new Paragraph({}, this))
    , m_buttons(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addStretch(2);
    for (QLabel *label : std::initializer_list<QLabel *>{m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    column->addSpacing(8);
    column->addLayout(m_buttons);
    column->addStretch(3);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    m_title->setFont(font);
    m_title->setObjectName(u"emptyTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_text->setObjectName(u"emptyText"_s);
    clearButtons();
}

void EmptyState::setMessage(const QString &iconName, const QString &title, const QString &text)
{
    m_iconName = iconName;
    m_title->setText(title);
    m_text->setSentences(text);
    m_text->setVisible(!text.isEmpty());
    showIcon();
}

void EmptyState::showIcon()
{
    m_icon->setPixmap(themedIcon(m_iconName, palette()).pixmap(IconPx, IconPx, QIcon::Disabled));
}

void EmptyState::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (QWidget *button = item->widget()) {
            button->hide();
            button->deleteLater();
        }
        delete item;
    }
    m_buttons->addStretch();
    m_buttons->addStretch();
}

void EmptyState::addButton(const QString &label, const QString &objectName, bool primary,
                           std::function<void()> action)
{
    auto *button = new QPushButton(label, this);
    button->setObjectName(objectName);
    button->setProperty("primary", primary);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    connect(button, &QPushButton::clicked, this, std::move(action));
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_iconName.isEmpty()) {
        showIcon();
    }
    QWidget::changeEvent(event);
}

} // namespace kessai
