#pragma once

#include "ui/help/growingdialog.h"
#include "ui/help/programfacts.h"

class QLabel;
class QPushButton;

namespace kessai {

class FactSheet;
class Paragraph;

/// お問い合わせ先 (S2, S3, S8, S128): whom to ask about this program, and GMO's pages, as they are set in
/// 設定. A mail begins with what the answer needs to know of this program.
class ContactDialog : public GrowingDialog
{
    Q_OBJECT

public:
    explicit ContactDialog(ShopSession &session, QWidget *parent = nullptr);

signals:
    void settingsAsked();

private:
    void buildLayout();
    QPushButton *button(const QString &text, const QString &objectName);
    void showFacts(const ProgramFacts &facts);
    void openLink(const QString &link);
    void writeMail();
    [[nodiscard]] QString mailBody() const;

    ShopSession &m_session;
    ProgramFacts m_known;
    std::optional<LastError> m_lastError;
    Paragraph *m_words;
    FactSheet *m_facts;
    QLabel *m_problem;
    QPushButton *m_mail;
    QPushButton *m_contract;
    QPushButton *m_gateway;
    QPushButton *m_settings;
};

} // namespace kessai
