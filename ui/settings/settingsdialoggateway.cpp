// SettingsDialog: whether the gateway takes the shop, asked without touching anything.
#include "ui/models/whendone.h"
#include "ui/settings/settingsdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

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
    const InquiryAnswer answer =
        co_await gate.read(lease, u"0-00000000"_s, PaymentMethod::Card, shop.context().timing.busy);
    co_return sentenceOf(answer.outcome);
}

} // namespace

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

} // namespace kessai
