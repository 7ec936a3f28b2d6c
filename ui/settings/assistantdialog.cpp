#include "ui/settings/assistantdialog.h"

#include "ui/widgets/colours.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

AssistantDialog::AssistantDialog(const QString &dataFolder, QWidget *parent)
    : QDialog(parent), m_dataFolder(dataFolder), m_pages(new QStackedWidget(this))
{
    setObjectName(u"assistantDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("初期設定"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    m_pages->addWidget(makeChoicePage());
    m_pages->addWidget(makeConnectPage());
    column->addWidget(m_pages);
    setMinimumWidth(fontMetrics().height() * 32);
}

void AssistantDialog::addChoice(QVBoxLayout *column, const QString &title, const QString &text,
                                const QString &objectName, std::function<void()> act)
{
    auto *button = new QPushButton(title, this);
    button->setObjectName(objectName);
    button->setAccessibleDescription(text);
    auto *label = new QLabel(text, this);
    label->setWordWrap(true);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, quietText(palette));
    label->setPalette(palette);
    column->addWidget(button);
    column->addWidget(label);
    column->addSpacing(12);
    connect(button, &QPushButton::clicked, this, std::move(act));
}

QWidget *AssistantDialog::makeChoicePage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new QLabel(u"<b>%1</b>"_s.arg(tr("どのように始めますか")), page));
    column->addSpacing(8);
    addChoice(column, tr("練習モードで試す"),
              tr("見本の受注300件で操作を試せます。入力は要りません。GMOには何も送信しません。"),
              u"practiceChoice"_s, [this] {
                  emit practiceChosen();
                  accept();
              });
    addChoice(column, tr("受注ファイルを取り込んで始める"),
              tr("GMOの接続先を設定したあと、ショップから書き出した受注ファイルを選びます。"),
              u"importChoice"_s, [this] { showConnect(true); });
    addChoice(column, tr("GMOに接続する"), tr("接続先、ショップID、ショップパスワードを設定します。"),
              u"connectChoice"_s, [this] { showConnect(false); });
    page->findChild<QPushButton *>(u"practiceChoice"_s)->setProperty("primary", true);
    return page;
}

QWidget *AssistantDialog::makeConnectPage()
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    m_place = new QComboBox(page);
    m_place->setObjectName(u"gatewayPlace"_s);
    m_place->setEditable(true);
    m_place->addItems({u"https://pt01.mul-pay.jp/payment/"_s, u"https://p01.mul-pay.jp/payment/"_s});
    m_place->setItemData(0, tr("テスト環境"), Qt::ToolTipRole);
    m_place->setItemData(1, tr("本番環境"), Qt::ToolTipRole);
    m_shopId = new QLineEdit(page);
    m_shopId->setObjectName(u"shopIdEdit"_s);
    m_password = new QLineEdit(page);
    m_password->setObjectName(u"shopPassEdit"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_shopName = new QLineEdit(page);
    m_shopName->setObjectName(u"shopNameEdit"_s);
    m_problem = new QLabel(page);
    m_problem->setObjectName(u"assistantProblem"_s);
    m_problem->setWordWrap(true);
    m_begin = new QPushButton(tr("設定して始める"), page);
    m_begin->setObjectName(u"beginButton"_s);
    m_begin->setProperty("primary", true);
    m_begin->setDefault(true);
    auto *back = new QPushButton(tr("戻る"), page);
    back->setObjectName(u"backButton"_s);
    back->setAutoDefault(false);
    auto *place = new QLabel(tr("テスト環境は pt01、本番環境は p01 のURLです。"), page);
    place->setWordWrap(true);
    form->addRow(tr("接続先URL"), m_place);
    form->addRow(QString(), place);
    form->addRow(tr("ショップID"), m_shopId);
    form->addRow(tr("ショップパスワード"), m_password);
    form->addRow(tr("ショップ名（任意）"), m_shopName);
    form->addRow(m_problem);
    auto *row = new QHBoxLayout;
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(m_begin);
    form->addRow(row);
    connect(back, &QPushButton::clicked, this, [this] { m_pages->setCurrentIndex(0); });
    connect(m_begin, &QPushButton::clicked, this, &AssistantDialog::setUp);
    return page;
}

void AssistantDialog::showConnect(bool thenImport)
{
    m_thenImport = thenImport;
    m_pages->setCurrentIndex(1);
    m_shopId->setFocus();
}

void AssistantDialog::setUp()
{
    if (m_running) {
        return;
    }
    if (m_shopId->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        m_problem->setText(tr("ショップIDとショップパスワードを入力してください。"));
        return;
    }
    SetupRequest request;
    request.dataFolder = m_dataFolder;
    request.gatewayUrl = m_place->currentText().trimmed();
    request.shopId = m_shopId->text().trimmed();
    request.shopPass = Secret(m_password->text().toUtf8());
    if (!m_shopName->text().trimmed().isEmpty()) {
        request.settings = {{u"shop.name"_s, m_shopName->text().trimmed()}};
    }
    m_running = true;
    m_begin->setEnabled(false);
    m_problem->setText(tr("設定を確認しています…"));
    carryOut(request);
}

QCoro::Task<> AssistantDialog::carryOut(SetupRequest request)
{
    const QPointer<AssistantDialog> here(this);
    auto done = co_await setUpShop(request, m_clock);
    if (!done) {
        // No key chain on this machine: a file that only this account can read stands in for it.
        if (done.error().kind == ShopError::Kind::Gateway && here) {
            request.secretsKind = u"file"_s;
            done = co_await setUpShop(request, m_clock);
        }
    }
    if (!here) {
        co_return;
    }
    m_running = false;
    m_begin->setEnabled(true);
    if (!done) {
        m_problem->setText(done.error().message);
        co_return;
    }
    m_password->clear();
    emit shopReady(m_thenImport);
    accept();
}

void AssistantDialog::reject()
{
    if (!m_running) { // the coroutine needs the clock of this dialog
        QDialog::reject();
    }
}

} // namespace kessai
