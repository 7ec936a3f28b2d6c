#include "ui/work/environmentband.h"

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
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Qt::white);
    switch (environment) {
    case GatewayEnvironment::Live:
        hide();
        return;
    case GatewayEnvironment::Practice:
        setText(practice ? tr("練習モード — 見本の受注です。お金は動きません。")
                         : tr("テスト接続（このパソコン） — このパソコンの中の接続先につながっています。"));
        colours.setColor(QPalette::Window, practice ? QColor(0x6f, 0x42, 0xc1) : QColor(0xb3, 0x59, 0x00));
        break;
    case GatewayEnvironment::Test:
        setText(tr("テスト環境 — GMOのテスト用接続先につながっています。"));
        colours.setColor(QPalette::Window, QColor(0xb3, 0x59, 0x00));
        break;
    case GatewayEnvironment::AllowedHost:
        setText(tr("設定で許可された接続先につながっています。"));
        colours.setColor(QPalette::Window, QColor(0xb3, 0x59, 0x00));
        break;
    }
    setPalette(colours);
    show();
}

} // namespace kessai
