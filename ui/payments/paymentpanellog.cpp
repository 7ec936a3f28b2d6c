#include "ui/help/inquirydialog.h"
#include "ui/history/exportdialog.h"
#include "ui/models/whendone.h"
#include "ui/payments/exportedlog.h"
#include "ui/payments/logview.h"
#include "ui/payments/paymentpanel.h"
#include "ui/widgets/stylesheet.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

// 決済ログ of the panel: shown, copied and written to a file.

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// A shop may number its orders as it likes, but not the folders of this machine.
QString fileNamePart(QString text)
{
    for (QChar &character : text) {
        const bool plain = character.isLetterOrNumber() || character == u'-' || character == u'_';
        character = plain ? character : QChar(u'_');
    }
    constexpr qsizetype Most = 40;
    return text.left(Most);
}

} // namespace

void PaymentPanel::buildLog(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    m_logButton = new QPushButton(tr("決済ログ表示・非表示"), this);
    m_logButton->setObjectName(u"logButton"_s);
    m_logButton->setCheckable(true);
    m_logButton->setShortcut(Qt::ALT | Qt::Key_L);
    m_linkButton = new QPushButton(tr("決済オーダーIDを連携"), this);
    m_linkButton->setObjectName(u"linkButton"_s);
    m_unlinkButton = new QPushButton(tr("連携を外す"), this);
    m_unlinkButton->setObjectName(u"unlinkButton"_s);
    row->addWidget(m_logButton);
    row->addStretch(1);
    row->addWidget(m_linkButton);
    row->addWidget(m_unlinkButton);
    column->addLayout(row);
    m_unlinkReason = new QLabel(this);
    m_unlinkReason->setObjectName(u"unlinkButtonReason"_s);
    m_unlinkReason->setWordWrap(true);
    m_unlinkReason->setAlignment(Qt::AlignTop | Qt::AlignRight);
    setTone(*m_unlinkReason, Tone::Quiet);
    column->addWidget(m_unlinkReason);
    addLogTools(column);
    m_log = new LogView(this);
    m_log->hide();
    column->addWidget(m_log);
    connect(m_logButton, &QPushButton::toggled, this, &PaymentPanel::setLogShown);
    connect(m_linkButton, &QPushButton::clicked, this, &PaymentPanel::askLink);
    connect(m_unlinkButton, &QPushButton::clicked, this, &PaymentPanel::askUnlink);
}

void PaymentPanel::addLogTools(QVBoxLayout *column)
{
    m_logTools = new QWidget(this);
    auto *row = new QHBoxLayout(m_logTools);
    row->setContentsMargins(0, 0, 0, 0);
    auto *copy = new QPushButton(tr("ログをコピー"), m_logTools);
    copy->setObjectName(u"copyLogButton"_s);
    auto *save = new QPushButton(tr("ログを書き出す"), m_logTools);
    save->setObjectName(u"exportLogButton"_s);
    m_askGateway = new QPushButton(tr("GMOに問い合わせる"), m_logTools);
    m_askGateway->setObjectName(u"askGatewayButton"_s);
    row->addWidget(copy);
    row->addWidget(save);
    row->addWidget(m_askGateway);
    row->addStretch(1);
    m_logTools->hide();
    column->addWidget(m_logTools);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_log->asText()); });
    connect(m_askGateway, &QPushButton::clicked, this, [this] {
        askGateway(m_commands.session(), {m_model.facts().order.id, m_log->chosenError()}, this);
    });
    connect(save, &QPushButton::clicked, this, &PaymentPanel::exportLog);
}

/// What is taken out of the shop as a record must be the record (journal.md §15).
void PaymentPanel::exportLog()
{
    whenDone(m_commands.chainProblem(), this, [this](const StorageResult<QString> &problem) {
        if (problem && problem->isEmpty()) {
            openLogExport();
            return;
        }
        m_model.setNotice(
            problem
                ? tr("決済ログを書き出していません。%1「kessai doctor」で詳細を確認できます。").arg(*problem)
                : tr("決済ログの記録を検証できないため、書き出していません: %1").arg(problem.error().message),
            Meaning::NeedsPerson);
        showModel();
    });
}

void PaymentPanel::openLogExport()
{
    const QString order = m_model.facts().order.orderNumber;
    ExportOffer offer;
    offer.what = tr("注文番号 %1 の決済ログを、詳細の行も含めてすべて書き出します。").arg(order);
    offer.newTable = [titles = m_log->titles(), lines = m_log->lines()](const ExportOffer::Chosen &) {
        return std::make_shared<ExportedLog>(titles, lines);
    };
    offer.fileName = [name = tr("決済ログ-%1").arg(fileNamePart(order))](const ExportOffer::Chosen &) {
        return name;
    };
    auto *dialog = new ExportDialog(m_commands.session(), std::move(offer), this);
    dialog->open();
}

void PaymentPanel::setLogShown(bool shown)
{
    m_logButton->setChecked(shown);
    m_log->setVisible(shown);
    m_logTools->setVisible(shown);
    m_logOpened = shown;
    if (shown) {
        loadLog();
    }
}

void PaymentPanel::loadLog()
{
    whenDone(m_commands.log(m_model.facts().order.id), this,
             [this](const StorageResult<QList<LogEntry>> &log) {
                 if (log) {
                     m_log->setEntries(*log);
                     m_askGateway->setVisible(m_log->hasErrors());
                     if (std::exchange(m_logOpened, false)) {
                         emit logLoaded();
                     }
                 } else {
                     finish(Meaning::NeedsPerson, log.error().message);
                 }
             });
}

} // namespace kessai
