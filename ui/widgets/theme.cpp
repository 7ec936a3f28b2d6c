#include "ui/widgets/theme.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/stylesheet.h"

#include <QFontDatabase>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolTip>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Grounds
{
    QRgb window;
    QRgb base;
    QRgb alternate;
    QRgb button;
    QRgb text;
    QRgb placeholder;
    QRgb midlight;
    QRgb mid;
    QRgb dark;
    QRgb highlight;
    QRgb highlightedText;
};

constexpr Grounds LightGrounds{0xfff4f5f7, 0xffffffff, 0xfff8f9fb, 0xffffffff, 0xff1d232b, 0xff6b7684,
                               0xffe8eaee, 0xffd3d7de, 0xffb4bac4, 0xffdbe8ff, 0xff10151c};
constexpr Grounds DarkGrounds{0xff1b1f25, 0xff14171c, 0xff181c22, 0xff262b33, 0xffe6eaf0, 0xff8a94a3,
                              0xff2d333c, 0xff39404b, 0xff0c0e12, 0xff1f3a66, 0xffffffff};

QPalette paletteOf(const Grounds &grounds)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(role, QColor(colour));
    };
    set(QPalette::Window, grounds.window);
    set(QPalette::Base, grounds.base);
    set(QPalette::AlternateBase, grounds.alternate);
    set(QPalette::Button, grounds.button);
    set(QPalette::WindowText, grounds.text);
    set(QPalette::Text, grounds.text);
    set(QPalette::ButtonText, grounds.text);
    set(QPalette::BrightText, 0xffffffff);
    set(QPalette::PlaceholderText, grounds.placeholder);
    set(QPalette::Light, grounds.base);
    set(QPalette::Midlight, grounds.midlight);
    set(QPalette::Mid, grounds.mid);
    set(QPalette::Dark, grounds.dark);
    set(QPalette::Shadow, 0xff000000);
    set(QPalette::Highlight, grounds.highlight);
    set(QPalette::HighlightedText, grounds.highlightedText);
    set(QPalette::ToolTipBase, grounds.base);
    set(QPalette::ToolTipText, grounds.text);
    const QColor accent = colourOf(Meaning::Accent, palette);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    const QColor faint = readableOn(quietText(palette), palette.color(QPalette::Window), 3.0);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

/// Kanji and Latin letters from one family, whatever LANG says (environment.md §3).
QFont familyList(QFont font)
{
    font.setFamilies({u"Noto Sans CJK JP"_s, u"Noto Sans JP"_s, u"IPAexGothic"_s, u"Yu Gothic UI"_s,
                      u"Hiragino Sans"_s, u"Meiryo"_s, u"sans-serif"_s});
    font.setPointSizeF(10);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

/// Fusion on Linux points up where the largest comes first; elsewhere, and in the shop's own pages, that is
/// ▼.
class DeskStyle : public QProxyStyle
{
public:
    DeskStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (element != PE_IndicatorHeaderArrow || !header) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        QStyleOptionHeader turned = *header;
        turned.sortIndicator = header->sortIndicator == QStyleOptionHeader::SortUp
                                   ? QStyleOptionHeader::SortDown
                                   : QStyleOptionHeader::SortUp;
        QProxyStyle::drawPrimitive(element, &turned, painter, widget);
    }
};

} // namespace

QString codeOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::Automatic:
        return u"system"_s;
    }
    return {};
}

std::optional<ThemeChoice> themeFromCode(const QString &code)
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Automatic}) {
        if (codeOf(choice) == code) {
            return choice;
        }
    }
    return {};
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    // The desktop's own palette, as it was before we changed it.
    static const bool desktopIsDark = isDark(QApplication::palette());
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::Automatic && desktopIsDark);
    application.setStyleSheet({});
    application.setStyle(new DeskStyle);
    const QPalette palette = paletteOf(dark ? DarkGrounds : LightGrounds);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QApplication::setFont(familyList(QApplication::font()));
    application.setStyleSheet(styleSheetFor(palette));
}

QIcon themedIcon(const QString &name, const QPalette &palette)
{
    const QString theme = isDark(palette) ? u"breeze-dark"_s : u"breeze"_s;
    return QIcon(u":/icons/%1/%2.svg"_s.arg(theme, name));
}

} // namespace kessai
