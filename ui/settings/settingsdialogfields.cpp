// SettingsDialog: its tabs and the fields in them.
#include "core/settings/settingkeys.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/settingwords.h"
#include "ui/text/formats.h"
#include "ui/widgets/helpplace.h"
#include "ui/widgets/stylesheet.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Stays on one line: Japanese may be broken after any character.
QString unbroken(QString text)
{
    text.replace(u' ', QChar::Nbsp);
    QStringList characters;
    for (const QChar character : std::as_const(text)) {
        characters.append(character);
    }
    return characters.join(QChar(0x2060)); // word joiner
}

} // namespace

void SettingsDialog::buildTab(QTabWidget *tabs, const QString &title, const QString &place,
                              const QStringList &keys)
{
    auto *page = new QWidget(tabs);
    setHelpPage(*page, helppage::Settings + u'#' + place);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(4);
    for (const QString &key : keys) {
        addField(column, key);
        if (key == u"gateway.shopId") {
            addPassword(column);
        }
    }
    if (keys.contains(u"gateway.url"_s)) {
        addGatewayTest(column);
    }
    column->addStretch(1);
    auto *scroll = new QScrollArea(tabs);
    scroll->setObjectName(place + u"SettingsScroll"_s);
    scroll->setAccessibleName(title);
    scroll->setFocusPolicy(Qt::NoFocus); // the fields take it; it follows them
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // words are broken instead
    scroll->setWidget(page);
    scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    tabs->addTab(scroll, title);
}

void SettingsDialog::addField(QVBoxLayout *column, const QString &key)
{
    QWidget *page = column->parentWidget();
    auto *caption = new QLabel(SettingWords::captionOf(key), page);
    QWidget *editor = makeEditor(key);
    editor->setObjectName(key);
    editor->setAccessibleName(SettingWords::captionOf(key));
    caption->setBuddy(editor);
    const bool mayBeEmpty = key == u"shop.name" || key == u"operators";
    const QString standard =
        mayBeEmpty ? tr("なし") : SettingWords::choiceOf(key, settingKey(key)->defaultText);
    const bool isLink =
        standard.contains(u"://"_s); // as long as the sentence, and broken where it may not be
    if (isLink) {
        editor->setToolTip(tr("既定値: %1").arg(standard));
    }
    const QString sentence = SettingWords::sentenceOf(key);
    auto *help = new QLabel(standard.isEmpty() || isLink
                                ? sentence
                                : Formats::sentences({sentence, unbroken(tr("既定値: %1").arg(standard))}),
                            page);
    help->setWordWrap(true);
    setTone(*help, Tone::Quiet);
    auto *problem = new QLabel(page);
    problem->setObjectName(key + u"Problem"_s);
    problem->setWordWrap(true);
    problem->hide();
    setTone(*problem, Tone::Alarm);
    column->addWidget(caption);
    column->addWidget(editor, 0, qobject_cast<QLineEdit *>(editor) ? Qt::Alignment() : Qt::AlignLeft);
    column->addWidget(help);
    column->addWidget(problem);
    column->addSpacing(10);
    m_fields.insert(key, {editor, problem});
}

QWidget *SettingsDialog::makeEditor(const QString &key)
{
    const SettingKey &row = *settingKey(key);
    if (!row.choices.isEmpty()) {
        auto *box = new QComboBox(this);
        for (const QString &value : row.choices) {
            box->addItem(SettingWords::choiceOf(key, value), value);
        }
        return box;
    }
    if (row.type == SettingType::Number) {
        auto *box = new QSpinBox(this);
        box->setRange(int(row.minimum), int(row.maximum));
        box->setMinimumWidth(fontMetrics().height() * 6);
        return box;
    }
    auto *edit = new QLineEdit(this);
    // The data belong to one shop at one gateway for ever.
    edit->setReadOnly(key == u"gateway.url" || key == u"gateway.shopId");
    return edit;
}

/// Never shown and never read back: what is typed here replaces what is kept.
void SettingsDialog::addPassword(QVBoxLayout *column)
{
    QWidget *page = column->parentWidget();
    auto *caption = new QLabel(tr("ショップパスワード"), page);
    m_password = new QLineEdit(page);
    m_password->setObjectName(u"shopPassEdit"_s);
    m_password->setAccessibleName(caption->text());
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("変えるときだけ入力します"));
    caption->setBuddy(m_password);
    auto *help = new QLabel(tr("GMOでパスワードを変えたら、ここにも入力して保存してください。"), page);
    help->setWordWrap(true);
    setTone(*help, Tone::Quiet);
    column->addWidget(caption);
    column->addWidget(m_password);
    column->addWidget(help);
    column->addSpacing(10);
}

} // namespace kessai
