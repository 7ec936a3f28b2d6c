#include "ui/help/contactdialog.h"

#include "ui/help/factsheet.h"
#include "ui/help/outsideopening.h"
#include "ui/models/whendone.h"
#include "ui/text/formats.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

ContactDialog::ContactDialog(ShopSession &session, QWidget *parent)
    : GrowingDialog(parent)
    , m_session(session)
    , m_words(new Paragraph({}, this))
    , m_facts(new FactSheet(this))
    , m_problem(new QLabel(this))
    , m_mail(button(tr("メールを書く"), u"writeMailButton"_s))
    , m_contract(button(tr("契約と手数料のページを開く"), u"openContractButton"_s))
    , m_gateway(button(tr("GMOのサポートのページを開く"), u"openGatewayButton"_s))
    , m_settings(button(tr("お問い合わせ先を設定する…"), u"contactSettingsButton"_s))
{
    setObjectName(u"contactDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("お問い合わせ先"));
    m_words->setObjectName(u"contactWords"_s);
    m_problem->setObjectName(u"contactProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setTone(*m_problem, Tone::Alarm);
    buildLayout();
    connect(m_mail, &QPushButton::clicked, this, &ContactDialog::writeMail);
    connect(m_contract, &QPushButton::clicked, this, [this] { openLink(m_known.contact.contractLink); });
    connect(m_gateway, &QPushButton::clicked, this, [this] { openLink(m_known.contact.gatewayLink); });
    connect(m_settings, &QPushButton::clicked, this, [this] {
        accept();
        emit settingsAsked();
    });
    whenDone(programFacts(session), this, [this](const ProgramFacts &facts) { showFacts(facts); });
    whenDone(lastError(session), this, [this](const StorageResult<std::optional<LastError>> &found) {
        m_lastError = found ? *found : std::nullopt; // a mail without it is better than none
    });
}

QPushButton *ContactDialog::button(const QString &text, const QString &objectName)
{
    auto *made = new QPushButton(text, this);
    made->setObjectName(objectName);
    made->setAutoDefault(false);
    made->setEnabled(false);
    return made;
}

void ContactDialog::buildLayout()
{
    auto *close = button(tr("閉じる"), u"closeContactButton"_s);
    close->setEnabled(true);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *mail = new QHBoxLayout;
    mail->addWidget(m_mail);
    mail->addWidget(m_settings);
    mail->addStretch(1);
    auto *pages = new QHBoxLayout;
    pages->addWidget(m_contract);
    pages->addWidget(m_gateway);
    pages->addStretch(1);
    auto *last = new QHBoxLayout;
    last->addStretch(1);
    last->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    column->addWidget(m_words);
    column->addWidget(m_facts);
    column->addLayout(mail);
    column->addLayout(pages);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addLayout(last);
    setMinimumWidth(fontMetrics().height() * 34);
}

void ContactDialog::showFacts(const ProgramFacts &facts)
{
    m_known = facts;
    const SupportContact &contact = facts.contact;
    m_words->setSentences(contact.isUnknown() ? tr("このアプリのお問い合わせ先は、まだ設定されていません。GMO"
                                                   "の契約、管理画面、エラーについては、"
                                                   "GMOのページからお問い合わせください。")
                                              : tr("このアプリについては、次の窓口にお問い合わせください。GMO"
                                                   "の契約、管理画面、エラーについては、"
                                                   "GMOのページからお問い合わせください。"));
    m_facts->setFact(u"contactName"_s, tr("会社名"), contact.name);
    m_facts->setFact(u"contactAddress"_s, tr("住所"), contact.address);
    m_facts->setFact(u"contactPhone"_s, tr("電話"), contact.phone);
    m_facts->setFact(u"contactMail"_s, tr("メール"), contact.mail);
    m_facts->setFact(u"contactHours"_s, tr("受付時間"), contact.hours);
    m_facts->setFact(u"contractLink"_s, tr("契約と手数料"), contact.contractLink);
    m_facts->setFact(u"gatewayLink"_s, tr("GMOのサポート"), contact.gatewayLink);
    m_mail->setVisible(!contact.mail.isEmpty());
    m_contract->setVisible(!contact.contractLink.isEmpty());
    m_gateway->setVisible(!contact.gatewayLink.isEmpty());
    for (QPushButton *each : {m_mail, m_contract, m_gateway, m_settings}) {
        each->setEnabled(true);
    }
}

void ContactDialog::openLink(const QString &link)
{
    const bool opened = openOutside(link);
    m_problem->setText(tr("このパソコンでは開けませんでした。上のアドレスを選んでコピーし、ブラウザーかメール"
                          "ソフトに貼り付けてください。"));
    m_problem->setVisible(!opened);
}

QString ContactDialog::mailBody() const
{
    QStringList lines{
        tr("お問い合わせの内容を、ここに書いてください。パスワードとカード番号は書かないでくださ"
           "い。"),
        QString(),
        u"----"_s,
        tr("アプリ: %1").arg(ProgramWords::program()),
        tr("ビルド: %1").arg(ProgramWords::build()),
        tr("接続: %1").arg(ProgramWords::of(m_session.environment()))};
    lines.append(
        m_lastError
            ? tr("最後のエラーコード: %1（%2）").arg(m_lastError->code, Formats::second(m_lastError->at))
            : tr("最後のエラーコード: なし"));
    return lines.join(u'\n');
}

void ContactDialog::writeMail()
{
    const QString subject = tr("%1 についてのお問い合わせ").arg(ProgramWords::program());
    const bool opened = openOutside(u"mailto:"_s + m_known.contact.mail, subject, mailBody());
    m_problem->setText(
        tr("メールソフトを開けませんでした。上のアドレスを選んでコピーし、メールソフトに貼り付け"
           "てください。"));
    m_problem->setVisible(!opened);
}

} // namespace kessai
