#include "ui/widgets/colours.h"

#include <algorithm>
#include <cmath>

namespace kessai {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

/// screens.md "Colours".
Pair pairOf(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Accent:
        return {0xff1f6feb, 0xff4c8dff};
    case Meaning::NeedsWork:
        return {0xffb7791f, 0xffe3b341};
    case Meaning::Good:
        return {0xff1a7f4b, 0xff3fb950};
    case Meaning::Motion:
        return {0xff2b6cb0, 0xff6cb6ff};
    case Meaning::Closed:
        return {0xff5f6b7a, 0xff9aa4b2};
    case Meaning::Doubt:
        return {0xffb35900, 0xfff0883e};
    case Meaning::NeedsPerson:
        return {0xffc0392b, 0xffff7b72};
    }
    return {0xff000000, 0xffffffff};
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    return QColor::fromRgbF(float(one.redF() * (1 - share) + other.redF() * share),
                            float(one.greenF() * (1 - share) + other.greenF() * share),
                            float(one.blueF() * (1 - share) + other.blueF() * share));
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5F;
}

QColor colourOf(Meaning meaning, const QPalette &palette)
{
    const Pair pair = pairOf(meaning);
    const QColor colour = QColor::fromRgba(isDark(palette) ? pair.dark : pair.light);
    return readableOn(colour, palette.color(QPalette::Base));
}

QColor tintOf(Meaning meaning, const QPalette &palette)
{
    const Pair pair = pairOf(meaning);
    return isDark(palette) ? mixed(palette.color(QPalette::Window), QColor::fromRgba(pair.dark), 0.16)
                           : mixed(palette.color(QPalette::Base), QColor::fromRgba(pair.light), 0.13);
}

QColor quietText(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    return readableOn(mixed(palette.color(QPalette::Text), base, 0.38), base);
}

QColor hairline(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), isDark(palette) ? 0.16 : 0.11);
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor readableOn(const QColor &colour, const QColor &ground, double ratio)
{
    const QColor target = luminance(ground) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    for (double share = 0; share < 1; share += 0.04) {
        const QColor candidate = mixed(colour, target, share);
        if (contrastRatio(candidate, ground) >= ratio) {
            return candidate;
        }
    }
    return target;
}

} // namespace kessai
