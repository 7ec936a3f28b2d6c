#include "ui/work/restoreoffer.h"

#include "core/services/restoration.h"
#include "ui/text/formats.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

std::optional<ShopError> carryOut(const QString &dataFolder, const QString &backup)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    auto restoration = Restoration::prepare(dataFolder, backup, now);
    if (!restoration) {
        return restoration.error();
    }
    const auto restored = restoration->carryOut(now);
    return restored ? std::nullopt : std::optional<ShopError>(restored.error());
}

} // namespace

RestoreOffer::RestoreOffer(QString dataFolder, QString backup, QWidget *window)
    : QObject(window), m_dataFolder(std::move(dataFolder)), m_backup(std::move(backup)), m_window(window)
{
}

RestoreOffer::~RestoreOffer()
{
    if (m_thread) {
        m_thread->wait();
    }
}

void RestoreOffer::ask()
{
    auto *box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"restoreQuestion"_s);
    box->setWindowTitle(tr("バックアップから復元する"));
    box->setIcon(QMessageBox::Warning);
    box->setText(tr("%1 のバックアップから復元しますか。")
                     .arg(Formats::minute(QFileInfo(m_backup).lastModified().toUTC())));
    box->setInformativeText(tr("このあとに取り込んだ受注、このアプリで変えた内容と操作の記録は失われます。"
                               "GMOで行われた決済はそのままです。\n"
                               "復元したあと、お金を動かす前に、すべての決済をGMOの状態と照合します。\n"
                               "壊れたデータベースは、時刻を付けた名前で残します。"));
    QPushButton *confirm = box->addButton(tr("復元する"), QMessageBox::AcceptRole);
    confirm->setObjectName(u"restoreConfirmButton"_s);
    QPushButton *cancel = box->addButton(tr("キャンセル"), QMessageBox::RejectRole);
    box->setDefaultButton(cancel);
    connect(confirm, &QPushButton::clicked, this, &RestoreOffer::restore);
    box->open();
}

void RestoreOffer::restore()
{
    if (m_thread) {
        return;
    }
    m_error.reset();
    m_thread.reset(QThread::create([this] { m_error = carryOut(m_dataFolder, m_backup); }));
    m_thread->setObjectName(u"restore"_s);
    connect(m_thread.get(), &QThread::finished, this, &RestoreOffer::onFinished);
    emit begun();
    m_thread->start();
}

void RestoreOffer::onFinished()
{
    m_thread->wait();
    m_thread.reset();
    if (m_error) {
        emit failed(m_error->message);
    } else {
        emit restored();
    }
}

} // namespace kessai
