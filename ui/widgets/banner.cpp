#include "ui/widgets/banner.h"

#include "ui/widgets/badgepainting.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkPx = 16;

} // namespace

Banner::Banner(Meaning meaning, QWidget *parent)
    : QFrame(parent)
    , m_meaning(meaning)
    , m_layout(new QHBoxLayout(this))
    , m_label(new QLabel(this))
    , m_close(new QToolButton(this))
{
    m_layout->setContentsMargins(16 + MarkPx + 10, 6, 10, 6);
    m_layout->addWidget(m_label, 1);
    m_layout->addWidget(m_close);
    m_label->setTextFormat(Qt::PlainText); // what is said may come from a file or the gateway
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(u"closeBanner"_s);
    m_close->setAutoRaise(true);
    m_close->setText(u"✕"_s);
    m_close->setAccessibleName(tr("閉じる"));
    m_close->setToolTip(tr("閉じる"));
    m_close->hide();
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
}

void Banner::setText(const QString &text)
{
    m_label->setText(text);
    setAccessibleName(text);
}

QString Banner::text() const
{
    return m_label->text();
}

void Banner::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    update();
}

QPushButton *Banner::addButton(const QString &label, const QString &objectName, std::function<void()> action)
{
    auto *button = new QPushButton(label, this);
    button->setObjectName(objectName);
    m_layout->insertWidget(m_layout->count() - 1, button);
    connect(button, &QPushButton::clicked, this, std::move(action));
    return button;
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ground = tintOf(m_meaning, palette());
    painter.fillRect(rect(), ground);
    const QColor colour = readableOn(colourOf(m_meaning, palette()), ground);
    painter.fillRect(0, 0, 3, height(), colour);
    paintMark(painter, QRectF(16, (height() - MarkPx) / 2.0, MarkPx, MarkPx), m_meaning, colour, ground);
}

} // namespace kessai
