#include "ui/settings/settingsdialog.h"

#include "ui/models/whendone.h"
#include "ui/settings/closingdatespage.h"
#include "ui/widgets/helpplace.h"
#include "ui/widgets/stylesheet.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

SettingsDialog::SettingsDialog(ShopSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_closingDates(new ClosingDatesPage(this))
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
    buildTab(tabs, tr("店舗"), u"shop"_s, {u"shop.name"_s, u"operators"_s});
    buildTab(
        tabs, tr("GMO接続"), u"gateway"_s,
        {u"gateway.url"_s, u"gateway.shopId"_s, u"bulk.perSecond"_s, u"bulk.parallel"_s, u"bulk.breaker"_s});
    buildTab(tabs, tr("決済の規則"), u"rules"_s,
             {u"rules.captureDays"_s, u"rules.changeDays"_s, u"rules.reauthorizeJob"_s, u"rules.rounding"_s,
              u"rules.pointRatePercent"_s});
    tabs->addTab(m_closingDates, tr("締め日"));
    buildTab(tabs, tr("お問い合わせ先"), u"contact"_s,
             {u"support.name"_s, u"support.address"_s, u"support.phone"_s, u"support.mail"_s,
              u"support.hours"_s, u"support.contractLink"_s, u"support.gatewayLink"_s});
    buildTab(tabs, tr("表示"), u"display"_s, {u"ui.theme"_s, u"ui.language"_s, u"ui.rowLines"_s});
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
    resize(fontMetrics().height() * 47, fontMetrics().height() * 48);
    load();
}

void SettingsDialog::load()
{
    const QStringList keys = m_fields.keys();
    const auto read = [keys](Shop &shop) {
        QHash<QString, QString> values;
        for (const QString &key : keys) {
            values.insert(key, shop.settings().text(key));
        }
        return Contents{values, ClosingDates(shop.context().database).all()};
    };
    whenDone(m_session.onEngine(read), this, [this](const Contents &contents) { showContents(contents); });
}

void SettingsDialog::showContents(const Contents &contents)
{
    if (!contents.closingDates) { // saving would take away what could not be read
        m_problem->setText(contents.closingDates.error().message);
        return;
    }
    m_closingDates->setDates(*contents.closingDates);
    for (auto field = m_fields.begin(); field != m_fields.end(); ++field) {
        const QString value = contents.values.value(field.key());
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

SettingsDialog::Problem SettingsDialog::storeClosingDates(Shop &shop, const QList<ClosingDate> &dates)
{
    ClosingDates stored(shop.context().database);
    const auto before = stored.all();
    if (before && *before == dates) {
        return {};
    }
    const auto replaced = stored.replaceAll(dates);
    if (!replaced) {
        return {{}, replaced.error().message};
    }
    emit shop.notifier().ordersChanged(); // open orders show them
    return {};
}

QCoro::Task<SettingsDialog::Problem> SettingsDialog::store(Shop &shop, QHash<QString, QString> values,
                                                           QList<ClosingDate> dates, Secret pass)
{
    Problem problem = storeSettings(shop, values);
    if (problem.text.isEmpty()) {
        problem = storeClosingDates(shop, dates);
    }
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
    if (!m_closingDates->check()) {
        findChild<QTabWidget *>()->setCurrentWidget(m_closingDates);
        return;
    }
    QHash<QString, QString> values;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        field->problem->hide();
        values.insert(field.key(), valueOf(field.key()));
    }
    m_problem->clear();
    m_save->setEnabled(false);
    const Secret pass(m_password->text().toUtf8());
    const QList<ClosingDate> dates = m_closingDates->dates();
    const auto keep = [values, dates, pass](Shop &shop) { return store(shop, values, dates, pass); };
    whenDone(m_session.onEngine(keep), this, [this](const Problem &problem) {
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
    auto *tabs = findChild<QTabWidget *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->widget(tab)->isAncestorOf(field.editor)) {
            tabs->setCurrentIndex(tab);
            qobject_cast<QScrollArea *>(tabs->widget(tab))->ensureWidgetVisible(field.editor);
        }
    }
    field.editor->setFocus();
}

} // namespace kessai
