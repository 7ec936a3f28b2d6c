#include "ui/history/reportprint.h"

#include "ui/history/reportpages.h"
#include "ui/history/reportreading.h"
#include "ui/models/whendone.h"
#include "ui/text/formats.h"

#include <QMessageBox>
#include <QPrinter>
#include <QPrintPreviewDialog>
#include <QProgressDialog>

namespace kessai {

using namespace Qt::StringLiterals;

struct ReportPrint::Opened
{
    QString problem;
    qint64 count = 0;
};

ReportPrint::ReportPrint(ShopSession &session, std::shared_ptr<ReportTable> table, QWidget *parent)
    : QObject(parent), m_session(session), m_table(std::move(table)), m_window(parent)
{
}

/// The preview knows the printer, which ends here.
ReportPrint::~ReportPrint()
{
    delete m_progress;
    delete m_preview;
}

void ReportPrint::start()
{
    const auto name = [](Shop &shop) { return shop.settings().shopName(); };
    const auto named = [this](const QString &shopName) {
        m_shopName = shopName;
        open();
    };
    whenDone(m_session.onEngine(name), this, named, [this] { deleteLater(); });
}

void ReportPrint::open()
{
    const auto open = [table = m_table](Database &database) {
        Opened opened;
        const auto count = table->open(database);
        opened.problem = count ? QString() : count.error().message;
        opened.count = count ? *count : 0;
        return opened;
    };
    whenDone(
        m_session.onReader({}, open), this, [this](const Opened &opened) { read(opened); },
        [this] { deleteLater(); });
}

void ReportPrint::read(const Opened &opened)
{
    if (!opened.problem.isEmpty()) {
        tell(tr("印刷できません"), opened.problem);
        return;
    }
    if (opened.count > MaxRows) {
        tell(tr("印刷するには多すぎます"),
             tr("%1件あります。印刷は%2件までです。期間などで絞るか、書き出しを使ってください。")
                 .arg(Formats::count(opened.count), Formats::count(MaxRows)));
        return;
    }
    m_progress =
        new QProgressDialog(tr("印刷の準備をしています。"), tr("中止"), 0, int(opened.count), m_window);
    m_progress->setObjectName(u"printProgress"_s);
    m_progress->setAttribute(Qt::WA_DeleteOnClose);
    m_progress->setWindowTitle(tr("印刷"));
    m_progress->setWindowModality(Qt::WindowModal);
    connect(m_progress, &QProgressDialog::canceled, this, &QObject::deleteLater);
    m_reading = new ReportReading(m_session, m_table, {{0, opened.count}}, this);
    connect(m_reading, &ReportReading::rowsRead, this, [this](const QList<ReportRow> &rows) {
        m_rows += rows;
        if (m_progress && m_rows.size() < m_progress->maximum()) { // at the maximum it hides
            m_progress->setValue(int(m_rows.size()));
        }
    });
    connect(m_reading, &ReportReading::failed, this,
            [this](const QString &message) { tell(tr("印刷できません"), message); });
    connect(m_reading, &ReportReading::finished, this, &ReportPrint::showPreview);
    m_reading->start();
}

void ReportPrint::showPreview()
{
    delete m_progress;
    m_pages = std::make_unique<ReportPages>(m_shopName, m_table->heading(), m_table->columns(),
                                            std::exchange(m_rows, {}), QDateTime::currentDateTimeUtc());
    m_printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    m_printer->setPageOrientation(QPageLayout::Landscape);
    m_printer->setDocName(m_table->heading().title);
    m_preview = new QPrintPreviewDialog(m_printer.get(), m_window);
    m_preview->setObjectName(u"printPreview"_s);
    m_preview->setAttribute(Qt::WA_DeleteOnClose);
    m_preview->setWindowTitle(tr("印刷プレビュー"));
    m_preview->resize(m_window ? m_window->window()->size() : QSize(1000, 700));
    connect(m_preview, &QPrintPreviewDialog::paintRequested, this,
            [this](QPrinter *printer) { paint(*m_pages, *printer); });
    connect(m_preview, &QObject::destroyed, this, &QObject::deleteLater);
    m_preview->open();
}

void ReportPrint::paint(ReportPages &pages, QPrinter &printer)
{
    QPainter painter(&printer);
    const QRectF page(QPointF(0, 0), printer.pageRect(QPrinter::DevicePixel).size());
    pages.layOut(&printer, page);
    for (int number = 0; number < pages.count(); ++number) {
        if (number > 0 && !printer.newPage()) {
            return; // the printer gave up; its own dialog has said so
        }
        pages.paint(painter, number);
    }
}

void ReportPrint::tell(const QString &title, const QString &message)
{
    delete m_progress;
    auto *box = new QMessageBox(QMessageBox::Information, title, title, QMessageBox::NoButton, m_window);
    box->setObjectName(u"printProblem"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(message);
    box->addButton(tr("閉じる"), QMessageBox::AcceptRole);
    box->open();
    deleteLater();
}

} // namespace kessai
