#include "ui/widgets/stylesheet.h"

#include "ui/widgets/colours.h"

#include <QStyle>
#include <QWidget>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString Template = uR"(
QPushButton { background: @button; border: 1px solid @line; border-radius: 5px; padding: 5px 14px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @pressed; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:disabled { color: @faint; background: transparent; }
QPushButton[primary="true"] { background: @accent; border-color: @accent; color: @onAccent; }
QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus { border: 1px solid @text; }
QPushButton[primary="true"]:disabled { background: @pressed; border-color: @pressed; color: @faint; }
QPushButton[danger="true"] { background: transparent; border-color: @danger; color: @danger; }
QPushButton[danger="true"]:hover { background: @hover; }
QPushButton[danger="true"]:disabled { border-color: @line; color: @faint; }
QLineEdit { background: @base; border: 1px solid @line; border-radius: 5px; padding: 4px 6px; }
QLineEdit:focus { border: 1px solid @accent; }
QToolButton[chip="true"] { background: @chip; border: 1px solid transparent; border-radius: 10px; padding: 3px 10px; }
QToolButton[chip="true"]:hover { border-color: @accent; }
QToolButton[chip="true"]:focus { border-color: @accent; }
QToolButton[runPart="true"] { background: transparent; border: 1px solid transparent; border-radius: 5px;
    padding: 4px 10px; }
QToolButton[runPart="true"]:hover { background: @hover; }
QToolButton[runPart="true"]:checked { background: @highlight; border-color: @accent; }
QToolButton[runPart="true"]:focus { border-color: @accent; }
QToolButton[menuButton="true"] { background: @button; border: 1px solid @line; border-radius: 5px;
    padding: 3px 10px; }
QToolButton[menuButton="true"]:hover { background: @hover; }
QToolButton[menuButton="true"]:focus { border-color: @accent; }
QToolButton[menuButton="true"]::menu-indicator, QToolButton[plainMenu="true"]::menu-indicator { image: none; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @quiet; border-radius: 3px; background: @base; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
    image: url(:/icons/breeze-dark/checkmark.svg); }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: @accent; }
QCheckBox:focus { color: @accent; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @quiet; border-radius: 8px; background: @base; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; }
QRadioButton::indicator:disabled { border-color: @faint; }
QRadioButton::indicator:focus, QRadioButton::indicator:hover { border-color: @accent; }
QRadioButton:focus { color: @accent; }
QLineEdit[readOnly="true"] { background: transparent; color: @quiet; }
QDateEdit, QComboBox, QSpinBox { background: @base; border: 1px solid @line; border-radius: 5px; padding: 3px 6px; }
QComboBox { padding-left: 8px; }
QDateEdit:focus, QComboBox:focus, QSpinBox:focus { border-color: @accent; }
QDateEdit:disabled, QComboBox:disabled, QSpinBox:disabled { color: @faint; background: transparent; }
QDateEdit::drop-down, QComboBox::drop-down { border: none; width: 20px; }
QDateEdit::down-arrow, QComboBox::down-arrow { image: url(:/icons/@theme/go-down.svg); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: 18px; }
QSpinBox::up-arrow { image: url(:/icons/@theme/go-up.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url(:/icons/@theme/go-down.svg); width: 10px; height: 10px; }
QHeaderView::section { background: @base; color: @quiet; border: none; border-bottom: 1px solid @line;
    padding: 6px 8px; }
QHeaderView::section:hover { color: @text; }
QTableView, QTreeView { border: none; }
QListWidget#operatorNames { border: 1px solid @line; border-radius: 5px; background: @base; outline: none; }
QListWidget#operatorNames::item:selected { background: @highlight; color: @text; }
QTreeView::item { padding: 5px 8px; }
QTreeView::item:selected { background: @highlight; color: @text; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @pressed; border: none; border-radius: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
QTabWidget::pane { background: @base; border: 1px solid @line; border-radius: 6px; top: -1px; }
QTabBar::tab { background: transparent; color: @quiet; border: none; border-bottom: 2px solid transparent;
    padding: 7px 14px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar:focus::tab:selected { color: @accent; }
*[card="true"] { background: @base; border: 1px solid @line; border-radius: 8px; }
*[tone="quiet"] { color: @quiet; }
*[tone="work"] { color: @work; }
*[tone="alarm"] { color: @alarm; }
QStatusBar { border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QToolTip { background: @base; color: @text; border: 1px solid @line; padding: 4px; }
)"_s;

} // namespace

QString styleSheetFor(const QPalette &palette)
{
    const QColor accent = colourOf(Meaning::Accent, palette);
    const bool dark = isDark(palette);
    const QList<std::pair<QString, QColor>> colours{
        {u"@accentHover"_s, dark ? accent.lighter(112) : accent.darker(112)},
        {u"@onAccent"_s, readableOn(dark ? QColor(Qt::black) : QColor(Qt::white), accent)},
        {u"@accent"_s, accent},
        {u"@danger"_s, colourOf(Meaning::NeedsPerson, palette)},
        {u"@button"_s, palette.color(QPalette::Button)},
        {u"@base"_s, palette.color(QPalette::Base)},
        {u"@line"_s, palette.color(QPalette::Mid)},
        {u"@hover"_s, dark ? palette.color(QPalette::Midlight) : palette.color(QPalette::AlternateBase)},
        {u"@pressed"_s, palette.color(QPalette::Midlight)},
        {u"@chip"_s, palette.color(QPalette::Midlight)},
        {u"@highlight"_s, palette.color(QPalette::Highlight)},
        {u"@scroll"_s, palette.color(QPalette::Mid)},
        {u"@work"_s, readableOn(colourOf(Meaning::NeedsWork, palette), palette.color(QPalette::Window))},
        {u"@alarm"_s, readableOn(colourOf(Meaning::NeedsPerson, palette), palette.color(QPalette::Window))},
        {u"@faint"_s, palette.color(QPalette::Disabled, QPalette::ButtonText)},
        {u"@quiet"_s, readableOn(quietText(palette), palette.color(QPalette::Window))},
        {u"@text"_s, palette.color(QPalette::Text)},
    };
    QString sheet = Template;
    sheet.replace(u"@theme"_s, dark ? u"breeze-dark"_s : u"breeze"_s);
    for (const auto &[name, colour] : colours) {
        sheet.replace(name, colour.name());
    }
    return sheet;
}

void setTone(QWidget &widget, Tone tone)
{
    const QString name = tone == Tone::Quiet   ? u"quiet"_s
                         : tone == Tone::Work  ? u"work"_s
                         : tone == Tone::Alarm ? u"alarm"_s
                                               : QString();
    if (widget.property("tone").toString() == name) {
        return;
    }
    widget.setProperty("tone", name);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace kessai
