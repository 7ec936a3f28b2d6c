#include "ui/orders/jumpdialog.h"

#include "ui/models/whendone.h"
#include "ui/orders/filterentries.h"
#include "ui/text/formats.h"
#include "ui/widgets/helpplace.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/stylesheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

JumpDialog::JumpDialog(OrderSource &source, QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_text(new QLineEdit(this))
    , m_progress(new ProgressLine(this))
    , m_result(new Paragraph({}, this))
    , m_search(addButton(tr("一覧で検索"), u"jumpSearch"_s))
    , m_close(addButton(tr("閉じる"), u"closeJump"_s))
    , m_open(addButton(tr("受注情報を開く"), u"jumpOpen"_s))
{
    setObjectName(u"jumpDialog"_s);
    setHelpPage(*this, helppage::Search);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("注文番号・決済オーダーIDへ移動"));
    auto *caption = new QLabel(tr("注文番号か決済オーダーID"), this);
    caption->setBuddy(m_text);
    m_text->setObjectName(u"jumpText"_s);
    m_text->setAccessibleName(caption->text());
    m_text->setMaxLength(filterentries::TextMaximum);
    m_result->setObjectName(u"jumpResult"_s);
    m_result->hide();
    m_open->setProperty("primary", true);
    m_open->setDefault(true);
    m_search->setToolTip(tr("注文番号、お名前、メールアドレスなどの一部を、一覧の検索の欄で探します。"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_search);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    column->addWidget(caption);
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addWidget(m_result);
    column->addLayout(buttons);
    const auto enable = [this](const QString &text) {
        m_open->setEnabled(!text.trimmed().isEmpty());
        m_search->setEnabled(!text.trimmed().isEmpty());
        m_result->hide(); // it was about another text
    };
    enable({});
    connect(m_text, &QLineEdit::textChanged, this, enable);
    connect(m_open, &QPushButton::clicked, this, &JumpDialog::lookUp);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_search, &QPushButton::clicked, this, [this] {
        emit searchAsked(m_text->text().trimmed());
        accept();
    });
    setMinimumWidth(fontMetrics().height() * 26);
}

QPushButton *JumpDialog::addButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void JumpDialog::lookUp()
{
    m_open->setEnabled(false); // until the answer is there
    m_progress->setActive(true);
    const QString asked = m_text->text();
    const auto dropped = [this] {
        m_progress->setActive(false);
        m_open->setEnabled(true);
    };
    const auto done = [this, asked, dropped](const StorageResult<OrderLookup> &answer) {
        dropped();
        if (m_text->text() == asked) { // else somebody has typed on, and means another one
            take(answer);
        }
    };
    whenDone(m_source.lookUp({asked}), this, done, dropped);
}

void JumpDialog::take(const StorageResult<OrderLookup> &answer)
{
    m_text->setFocus();
    m_text->selectAll();
    if (!answer) {
        tell(tr("受注を調べられませんでした。%1").arg(answer.error().message), true);
    } else if (answer->found.isEmpty()) {
        tell(tr("この注文番号・決済オーダーIDの受注はありません。番号を確かめるか、一覧で検索してください。"),
             true);
    } else if (answer->found.size() > 1) {
        tell(tr("%1件の受注が当てはまります。一覧で検索して選んでください。")
                 .arg(Formats::count(answer->found.size())),
             false);
    } else {
        emit orderFound(answer->found.first());
        accept();
    }
}

void JumpDialog::tell(const QString &text, bool alarming)
{
    m_result->setSentences(text);
    setTone(*m_result, alarming ? Tone::Alarm : Tone::Plain);
    m_result->show();
}

} // namespace kessai
