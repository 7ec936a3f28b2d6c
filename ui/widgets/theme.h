#pragma once

#include <QApplication>
#include <QIcon>
#include <QString>

#include <optional>

namespace kessai {

/// 明 / 暗 / 自動.
enum class ThemeChoice { Light, Dark, Automatic };

QString codeOf(ThemeChoice choice); ///< as setting ui.theme: light, dark, system
std::optional<ThemeChoice> themeFromCode(const QString &code);

/// Style, palette and font of the whole application. Automatic follows the palette that the desktop gave at
/// start.
void applyTheme(QApplication &application, ThemeChoice choice);

/// An icon of resources/icons.txt in the colours of this palette.
QIcon themedIcon(const QString &name, const QPalette &palette);

} // namespace kessai
