#include "ui/work/environmentband.h"

#include <QEvent>

namespace kessai {

using namespace Qt::StringLiterals;

EnvironmentBand::EnvironmentBand(QWidget *parent) : QLabel(parent)
{
    setObjectName(u"environmentBand"_s);
    setAlignment(Qt::AlignCenter);
    setContentsMargins(8, 3, 8, 3);
    setAutoFillBackground(true);
    hide();
}

void EnvironmentBand::setEnvironment(GatewayEnvironment environment, bool practice)
{
    constexpr QColor violet(0x6f, 0x42, 0xc1);
    constexpr QColor orange(0xb3, 0x59, 0x00);
    m_colour = orange;
    switch (environment) {
    case GatewayEnvironment::Live:
        hide();
        return;
    case GatewayEnvironment::Practice:
        setText(practice ? tr("練習モード — 見本の受注です。お金は動きません。")
                         : tr("テスト接続（このパソコン） — このパソコンの中の接続先につながっています。"));
        m_colour = practice ? violet : orange;
        break;
    case GatewayEnvironment::Test:
        setText(tr("テスト環境 — GMOのテスト用接続先につながっています。"));
        break;
    case GatewayEnvironment::AllowedHost:
        setText(tr("設定で許可された接続先につながっています。"));
        break;
    }
    colour();
    show();
}

void EnvironmentBand::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange) { // a new style sheet of the program takes palettes away
        colour();
    }
}

void EnvironmentBand::colour()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Qt::white);
    colours.setColor(QPalette::Window, m_colour);
    setPalette(colours);
}

} // namespace kessai
