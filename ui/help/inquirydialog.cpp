#include "ui/help/inquirydialog.h"

#include "ui/help/outsideopening.h"
#include "ui/models/whendone.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ShopProperty = "inquiryShop";

} // namespace

InquiryDialog::InquiryDialog(ShopSession &session, const InquiryAbout &about, QWidget *parent)
    : GrowingDialog(parent)
    , m_text(new QPlainTextEdit(this))
    , m_page(new QLabel(this))
    , m_done(new QLabel(this))
    , m_open(new QPushButton(tr("コピーしてGMOのページを開く"), this))
    , m_copy(new QPushButton(tr("コピー"), this))
{
    setObjectName(u"inquiryDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("GMOに問い合わせる"));
    build();
    const auto read = [about](Shop &shop) { return gatewayInquiry(shop, about); };
    whenDone(session.onEngine(read), this,
             [this](const StorageResult<GatewayInquiry> &inquiry) { showInquiry(inquiry); });
}

void InquiryDialog::build()
{
    m_text->setObjectName(u"inquiryText"_s);
    m_text->setAccessibleName(tr("問い合わせに使う内容"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_page->setObjectName(u"inquiryAddress"_s);
    m_page->setTextFormat(Qt::PlainText);
    m_page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_page->setWordWrap(true);
    setTone(*m_page, Tone::Quiet);
    m_done->setObjectName(u"inquiryDone"_s);
    m_done->setTextFormat(Qt::PlainText);
    m_done->setWordWrap(true);
    m_open->setObjectName(u"openInquiryButton"_s);
    m_open->setProperty("primary", true);
    m_open->setDefault(true);
    m_open->setEnabled(false);
    m_copy->setObjectName(u"copyInquiryButton"_s);
    m_copy->setAutoDefault(false);
    m_copy->setEnabled(false);
    auto *close = new QPushButton(tr("閉じる"), this);
    close->setObjectName(u"closeInquiryButton"_s);
    close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(new Paragraph(
        tr("次の内容をコピーして、GMOのお問い合わせのページに貼り付けてください。パスワード、カード番号、購入"
           "者の名前は入っていません。"),
        this));
    column->addWidget(m_text, 1);
    column->addWidget(m_page);
    column->addWidget(m_done);
    column->addLayout(buttons);
    resize(fontMetrics().height() * 34, fontMetrics().height() * 24);
    connect(m_open, &QPushButton::clicked, this, &InquiryDialog::openPage);
    connect(m_copy, &QPushButton::clicked, this, &InquiryDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void InquiryDialog::showInquiry(const StorageResult<GatewayInquiry> &inquiry)
{
    if (!inquiry) {
        m_done->setText(inquiry.error().message);
        return;
    }
    m_link = inquiry->link;
    m_text->setPlainText(inquiry->text());
    m_page->setText(m_link.isEmpty() ? tr("お問い合わせのページは、設定の「お問い合わせ先」で決められます。")
                                     : tr("お問い合わせのページ: %1").arg(m_link));
    m_copy->setEnabled(true);
    m_open->setVisible(!m_link.isEmpty());
    m_open->setEnabled(true);
    m_text->setFocus();
}

void InquiryDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    m_done->setText(tr("コピーしました。"));
}

void InquiryDialog::openPage()
{
    copy();
    const bool opened = openOutside(m_link, windowTitle(), m_text->toPlainText());
    m_done->setText(opened
                        ? tr("コピーして、お問い合わせのページを開きました。")
                        : tr("コピーしました。ページを開けないときは、上のアドレスをブラウザーに貼り付けてく"
                             "ださい。"));
}

void askGateway(ShopSession &session, const InquiryAbout &about, QWidget *parent)
{
    auto *dialog = new InquiryDialog(session, about, parent);
    dialog->open();
}

void setInquiryShop(QWidget &window, ShopSession &session)
{
    window.setProperty(ShopProperty, QVariant::fromValue<QObject *>(&session));
}

ShopSession *inquiryShopOf(const QWidget &place)
{
    return qobject_cast<ShopSession *>(place.window()->property(ShopProperty).value<QObject *>());
}

void askGateway(const InquiryAbout &about, QWidget &place)
{
    if (ShopSession *session = inquiryShopOf(place)) {
        askGateway(*session, about, &place);
    }
}

} // namespace kessai
