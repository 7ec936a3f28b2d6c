#pragma once

#include "ui/help/gatewayinquiry.h"
#include "ui/help/growingdialog.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace kessai {

/// GMOに問い合わせる (S128): shows what support needs of an error, copies it and opens GMO's page for
/// questions.
class InquiryDialog : public GrowingDialog
{
    Q_OBJECT

public:
    InquiryDialog(ShopSession &session, const InquiryAbout &about, QWidget *parent = nullptr);

private:
    void build();
    void showInquiry(const StorageResult<GatewayInquiry> &inquiry);
    void copy();
    void openPage();

    QString m_link;
    QPlainTextEdit *m_text;
    QLabel *m_page;
    QLabel *m_done;
    QPushButton *m_open;
    QPushButton *m_copy;
};

/// The action of every place that shows an error of GMO's; opens the dialog.
void askGateway(ShopSession &session, const InquiryAbout &about, QWidget *parent);
/// For places that do not know their shop: that of the window around them, or nothing happens.
void setInquiryShop(QWidget &window, ShopSession &session);
/// The shop of the window around a place; none where the window names none.
[[nodiscard]] ShopSession *inquiryShopOf(const QWidget &place);
void askGateway(const InquiryAbout &about, QWidget &place);

} // namespace kessai
