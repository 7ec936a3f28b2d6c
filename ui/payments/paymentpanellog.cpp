#include "ui/models/whendone.h"
#include "ui/payments/logview.h"
#include "ui/payments/paymentpanel.h"
#include "ui/widgets/stylesheet.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>

#include <utility>

// 決済ログ of the panel: shown, copied and written to a file.

namespace kessai {

using namespace Qt::StringLiterals;

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
    row->addWidget(copy);
    row->addWidget(save);
    row->addStretch(1);
    m_logTools->hide();
    column->addWidget(m_logTools);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_log->asText()); });
    connect(save, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("決済ログを書き出す"), {}, tr("テキスト (*.tsv)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        connect(dialog, &QFileDialog::fileSelected, this, &PaymentPanel::exportLog);
        dialog->open();
    });
}

/// What is taken out of the shop as a record must be the record (journal.md §15).
void PaymentPanel::exportLog(const QString &fileName)
{
    whenDone(m_commands.chainProblem(), this, [this, fileName](const StorageResult<QString> &problem) {
        if (problem && problem->isEmpty()) {
            writeLog(fileName);
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

void PaymentPanel::writeLog(const QString &fileName)
{
    QSaveFile file(fileName);
    const QByteArray text = m_log->asText().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        m_model.setNotice(tr("決済ログを書き出せません: %1").arg(file.errorString()), Meaning::NeedsPerson);
        showModel();
    }
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
                     if (std::exchange(m_logOpened, false)) {
                         emit logLoaded();
                     }
                 } else {
                     finish(Meaning::NeedsPerson, log.error().message);
                 }
             });
}

} // namespace kessai
