#include "ui/settings/assistantdialog.h"

#include "ui/widgets/helpplace.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QLabel *makeTitle(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

AssistantDialog::AssistantDialog(const QString &dataFolder, QWidget *parent)
    : QDialog(parent)
    , m_dataFolder(dataFolder)
    , m_pages(new QStackedWidget(this))
    , m_place(new QComboBox(this))
    , m_url(new QLineEdit(this))
    , m_shopId(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_shopName(new QLineEdit(this))
    , m_operators(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_begin(new QPushButton(this))
{
    setObjectName(u"assistantDialog"_s);
    setHelpPage(*this, helppage::Start);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("初期設定"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    m_pages->addWidget(makeChoicePage());
    m_pages->addWidget(makeConnectPage());
    column->addWidget(m_pages);
    setMinimumWidth(fontMetrics().height() * 36);
}

void AssistantDialog::addChoice(QVBoxLayout *column, const QString &title, const QString &text,
                                const QString &objectName, std::function<void()> act)
{
    auto *button = new QPushButton(title, this);
    button->setObjectName(objectName);
    button->setAccessibleDescription(text);
    auto *label = new Paragraph(text, this);
    setTone(*label, Tone::Quiet);
    column->addWidget(button);
    column->addWidget(label);
    column->addSpacing(16);
    connect(button, &QPushButton::clicked, this, std::move(act));
}

QWidget *AssistantDialog::makeChoicePage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeTitle(tr("どのように始めますか"), page));
    column->addSpacing(12);
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
    column->addStretch(1);
    page->findChild<QPushButton *>(u"practiceChoice"_s)->setProperty("primary", true);
    return page;
}

void AssistantDialog::addField(QFormLayout *form, const QString &label, QLineEdit *edit, const QString &name,
                               const QString &example)
{
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setPlaceholderText(example);
    form->addRow(label, edit);
}

/// Where the shop's transactions are; other addresses are for the few who were given one.
void AssistantDialog::addPlace(QFormLayout *form)
{
    m_place->setObjectName(u"gatewayPlace"_s);
    m_place->setAccessibleName(tr("接続先"));
    m_place->addItem(tr("テスト環境（お金は動きません）"), u"https://pt01.mul-pay.jp/payment/"_s);
    m_place->addItem(tr("本番環境（実際に請求されます）"), u"https://p01.mul-pay.jp/payment/"_s);
    m_place->addItem(tr("その他（URLを入力）"), QString());
    form->addRow(tr("接続先"), m_place);
    m_url->setObjectName(u"gatewayUrlEdit"_s);
    m_url->setAccessibleName(tr("接続先URL"));
    form->addRow(QString(), m_url);
    auto *limits = new Paragraph(
        tr("ここで使えるのは、このパソコンの中のアドレス（http://127.0.0.1:8080/ など）だけです。ほか"
           "のアドレスは、kessai setup で接続先のホストを許可して設定してください。"),
        this);
    limits->setObjectName(u"gatewayUrlLimits"_s);
    setTone(*limits, Tone::Quiet);
    form->addRow(QString(), limits);
    const auto showUrl = [this, limits] {
        const QString known = m_place->currentData().toString();
        m_url->setText(known);
        m_url->setReadOnly(!known.isEmpty());
        m_url->setPlaceholderText(u"http://127.0.0.1:8080/"_s);
        limits->setVisible(known.isEmpty());
    };
    connect(m_place, &QComboBox::currentIndexChanged, this, [this, showUrl] {
        showUrl();
        growToFit();
    });
    showUrl();
}

QWidget *AssistantDialog::makeConnectPage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeTitle(tr("GMOに接続する"), page));
    column->addWidget(new Paragraph(
        tr("GMOペイメントゲートウェイから届いたショップIDとショップパスワードを入力してください。パスワードは"
           "このパソコンだけに保管し、画面やログには表示しません。"),
        page));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    addPlace(form);
    addField(form, tr("ショップID"), m_shopId, u"shopIdEdit"_s, tr("例: %1").arg(u"tshop00000001"_s));
    addField(form, tr("ショップパスワード"), m_password, u"shopPassEdit"_s, {});
    m_password->setEchoMode(QLineEdit::Password);
    addField(form, tr("ショップ名（任意）"), m_shopName, u"shopNameEdit"_s, tr("ウィンドウの題名になります"));
    addField(form, tr("担当者（任意）"), m_operators, u"operatorsEdit"_s, tr("例: 佐藤,鈴木"));
    column->addLayout(form);
    m_problem->setObjectName(u"assistantProblem"_s);
    m_problem->setWordWrap(true);
    setTone(*m_problem, Tone::Alarm);
    column->addWidget(m_problem);
    column->addStretch(1);
    m_begin->setObjectName(u"beginButton"_s);
    m_begin->setProperty("primary", true);
    m_begin->setDefault(true);
    m_back = new QPushButton(tr("戻る"), page);
    m_back->setObjectName(u"backButton"_s);
    m_back->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_begin);
    column->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, [this] { m_pages->setCurrentIndex(0); });
    connect(m_begin, &QPushButton::clicked, this, &AssistantDialog::setUp);
    auto *goOn = new QShortcut(m_begin); // not the button's own: a new text would take it away
    goOn->setKeys({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    connect(goOn, &QShortcut::activated, m_begin, &QPushButton::click);
    return page;
}

void AssistantDialog::showConnect(bool thenImport)
{
    m_thenImport = thenImport;
    m_begin->setText(thenImport ? tr("設定して受注ファイルを選ぶ") : tr("設定して始める"));
    m_problem->clear();
    m_pages->setCurrentIndex(1);
    m_shopId->setFocus();
    growToFit();
}

void AssistantDialog::growToFit()
{
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
}

void AssistantDialog::setUp()
{
    if (m_done) { // what was done otherwise than expected has been read
        finish();
        return;
    }
    if (m_running) {
        return;
    }
    if (m_shopId->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        m_problem->setText(tr("ショップIDとショップパスワードを入力してください。"));
        return;
    }
    SetupRequest request;
    request.dataFolder = m_dataFolder;
    request.gatewayUrl = m_url->text().trimmed();
    request.shopId = m_shopId->text().trimmed();
    request.shopPass = Secret(m_password->text().toUtf8());
    for (const auto &[key, edit] : {std::pair(u"shop.name"_s, m_shopName), {u"operators"_s, m_operators}}) {
        if (!edit->text().trimmed().isEmpty()) {
            request.settings.append({key, edit->text().trimmed()});
        }
    }
    m_running = true;
    m_begin->setEnabled(false);
    m_problem->setText(tr("設定を確認しています…"));
    carryOut(request);
}

QCoro::Task<> AssistantDialog::carryOut(SetupRequest request)
{
    const QPointer<AssistantDialog> here(this);
    const auto done = co_await setUpShop(request, m_clock);
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
    m_done = true;
    if (done->notice.isEmpty()) {
        finish();
        co_return;
    }
    m_problem->setText(tr("パソコンのキーチェーンを使えないため、ショップパスワードを店舗のフォルダーの中の、"
                          "所有者だけが読めるファイルに保存しました。"));
    m_begin->setText(tr("続ける"));
    m_back->setEnabled(false);
}

void AssistantDialog::finish()
{
    emit shopReady(m_thenImport);
    accept();
}

void AssistantDialog::reject()
{
    if (m_done) {
        finish();
    } else if (!m_running) { // the coroutine needs the clock of this dialog
        QDialog::reject();
    }
}

} // namespace kessai
