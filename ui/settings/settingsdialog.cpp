#include "ui/settings/settingsdialog.h"

#include "core/settings/settingkeys.h"
#include "ui/models/whendone.h"
#include "ui/settings/settingwords.h"
#include "ui/text/formats.h"
#include "ui/widgets/helpplace.h"
#include "ui/widgets/stylesheet.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
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

QString sentenceOf(InquiryAnswer::Outcome outcome)
{
    switch (outcome) {
    case InquiryAnswer::Outcome::Read:
    case InquiryAnswer::Outcome::UnknownOrder:
        return SettingsDialog::tr(
            "GMOに接続できました。ショップIDとパスワードは正しく受け付けられています。");
    case InquiryAnswer::Outcome::ShopRefused:
        return SettingsDialog::tr("GMOがショップIDまたはパスワードを拒否しました。GMOの管理画面で確認し、新し"
                                  "いパスワードを入力して保存してください。");
    case InquiryAnswer::Outcome::NotSent:
        return SettingsDialog::tr("GMOに接続できません。ネットワークと接続先URLを確認してください。");
    case InquiryAnswer::Outcome::Busy:
        return SettingsDialog::tr("GMOが混み合っています。少し待ってからもう一度試してください。");
    case InquiryAnswer::Outcome::Unreadable:
        break;
    }
    return SettingsDialog::tr("接続先の回答を読み取れませんでした。接続先URLを確認してください。");
}

/// An inquiry about an order that cannot exist: the gateway answers without anything being touched. What came
/// of it, in a sentence.
QCoro::Task<QString> askGateway(Shop &shop)
{
    if (!shop.connected()) {
        const auto connected = co_await shop.connectGateway();
        if (!connected) {
            co_return connected.error().message;
        }
    }
    GatewayGate &gate = *shop.context().gate;
    GatewayGate::Lease lease = co_await gate.acquire();
    const InquiryAnswer answer = co_await gate.read(lease, u"0-00000000"_s, shop.context().timing.busy);
    co_return sentenceOf(answer.outcome);
}

} // namespace

SettingsDialog::SettingsDialog(ShopSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_save(new QPushButton(tr("保存"), this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"settingsDialog"_s);
    setHelpPage(*this, helppage::Settings);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("設定"));
    auto *column = new QVBoxLayout(this);
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(u"settingsTabs"_s);
    buildTab(tabs, tr("店舗"), {u"shop.name"_s, u"operators"_s});
    buildTab(
        tabs, tr("GMO接続"),
        {u"gateway.url"_s, u"gateway.shopId"_s, u"bulk.perSecond"_s, u"bulk.parallel"_s, u"bulk.breaker"_s});
    buildTab(tabs, tr("決済の規則"),
             {u"rules.captureDays"_s, u"rules.changeDays"_s, u"rules.reauthorizeJob"_s, u"rules.rounding"_s});
    buildTab(tabs, tr("表示"), {u"ui.theme"_s, u"ui.language"_s, u"ui.rowLines"_s});
    column->addWidget(tabs, 1);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(u"settingsProblem"_s);
    setTone(*m_problem, Tone::Alarm);
    column->addWidget(m_problem);
    auto *row = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("キャンセル"), this);
    cancel->setObjectName(u"cancelSettingsButton"_s);
    m_save->setObjectName(u"saveSettingsButton"_s);
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    m_save->setEnabled(false);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &SettingsDialog::save);
    resize(fontMetrics().height() * 44, fontMetrics().height() * 48);
    load();
}

void SettingsDialog::buildTab(QTabWidget *tabs, const QString &title, const QStringList &keys)
{
    auto *page = new QWidget(tabs);
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
    tabs->addTab(page, title);
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
    const QString sentence = SettingWords::sentenceOf(key);
    auto *help = new QLabel(standard.isEmpty()
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

void SettingsDialog::addGatewayTest(QVBoxLayout *column)
{
    m_test = new QPushButton(tr("接続を試す"), column->parentWidget());
    m_test->setObjectName(u"testGatewayButton"_s);
    m_test->setAutoDefault(false);
    m_testAnswer = new QLabel(column->parentWidget());
    m_testAnswer->setObjectName(u"testGatewayAnswer"_s);
    m_testAnswer->setWordWrap(true);
    column->addWidget(m_test, 0, Qt::AlignLeft);
    column->addWidget(m_testAnswer);
    connect(m_test, &QPushButton::clicked, this, &SettingsDialog::testGateway);
}

void SettingsDialog::testGateway()
{
    if (!m_password->text().isEmpty()) {
        m_testAnswer->setText(tr("入力したパスワードは、保存してから試してください。"));
        return;
    }
    m_test->setEnabled(false);
    m_testAnswer->setText(tr("GMOに確認しています…"));
    whenDone(m_session.onEngine([](Shop &shop) { return askGateway(shop); }), this,
             [this](const QString &sentence) {
                 m_test->setEnabled(true);
                 m_testAnswer->setText(sentence);
             });
}

void SettingsDialog::load()
{
    const QStringList keys = m_fields.keys();
    const auto read = [keys](Shop &shop) {
        QHash<QString, QString> values;
        for (const QString &key : keys) {
            values.insert(key, shop.settings().text(key));
        }
        return values;
    };
    whenDone(m_session.onEngine(read), this,
             [this](const QHash<QString, QString> &values) { showValues(values); });
}

void SettingsDialog::showValues(const QHash<QString, QString> &values)
{
    for (auto field = m_fields.begin(); field != m_fields.end(); ++field) {
        const QString value = values.value(field.key());
        if (auto *number = qobject_cast<QSpinBox *>(field->editor)) {
            number->setValue(value.toInt());
        } else if (auto *choice = qobject_cast<QComboBox *>(field->editor)) {
            choice->setCurrentIndex(choice->findData(value));
        } else if (auto *text = qobject_cast<QLineEdit *>(field->editor)) {
            text->setText(value);
        }
    }
    m_save->setEnabled(true);
}

QString SettingsDialog::valueOf(const QString &key) const
{
    QWidget *editor = m_fields.value(key).editor;
    if (const auto *number = qobject_cast<QSpinBox *>(editor)) {
        return QString::number(number->value());
    }
    if (const auto *choice = qobject_cast<QComboBox *>(editor)) {
        return choice->currentData().toString();
    }
    return qobject_cast<QLineEdit *>(editor)->text().trimmed();
}

SettingsDialog::Problem SettingsDialog::storeSettings(Shop &shop, const QHash<QString, QString> &values)
{
    Settings changed = shop.settings(); // all or nothing
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (changed.text(value.key()) == value.value()) {
            continue;
        }
        const auto set = changed.set(value.key(), value.value());
        if (!set) {
            return {value.key(), set.error()};
        }
    }
    const auto saved = changed.save();
    if (!saved) {
        return {{}, saved.error()};
    }
    shop.settings() = changed;
    shop.reloadSettings();
    return {};
}

QCoro::Task<SettingsDialog::Problem> SettingsDialog::store(Shop &shop, QHash<QString, QString> values,
                                                           Secret pass)
{
    Problem problem = storeSettings(shop, values);
    if (!problem.text.isEmpty() || pass.isEmpty()) {
        co_return problem;
    }
    const auto kept = co_await shop.changeShopPass(pass);
    if (!kept) {
        problem.text = tr("ほかの設定は保存しました。%1").arg(kept.error());
    }
    co_return problem;
}

void SettingsDialog::save()
{
    QHash<QString, QString> values;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        field->problem->hide();
        values.insert(field.key(), valueOf(field.key()));
    }
    m_problem->clear();
    m_save->setEnabled(false);
    const Secret pass(m_password->text().toUtf8());
    whenDone(m_session.onEngine([values, pass](Shop &shop) { return store(shop, values, pass); }), this,
             [this](const Problem &problem) {
                 m_save->setEnabled(true);
                 if (problem.text.isEmpty()) {
                     if (const auto theme = themeFromCode(valueOf(u"ui.theme"_s))) {
                         emit themeChosen(*theme);
                     }
                     emit saved();
                     accept();
                     return;
                 }
                 showProblem(problem);
             });
}

void SettingsDialog::showProblem(const Problem &problem)
{
    const Field field = m_fields.value(problem.key);
    if (!field.problem) {
        m_problem->setText(problem.text);
        return;
    }
    field.problem->setText(problem.text);
    field.problem->show();
    findChild<QTabWidget *>()->setCurrentWidget(field.editor->parentWidget());
    field.editor->setFocus();
}

} // namespace kessai
