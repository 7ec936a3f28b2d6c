#pragma once

#include "core/services/shopsession.h"
#include "ui/history/reporttable.h"

#include <QObject>
#include <QPointer>

class QPrinter;
class QPrintPreviewDialog;
class QProgressDialog;
class QWidget;

namespace kessai {

class ReportPages;
class ReportReading;

/// 印刷…: reads the table in the background, then shows the print preview. Deletes itself with the preview.
class ReportPrint : public QObject
{
    Q_OBJECT

public:
    /// Paper for so many rows is the most that a person looks through.
    static constexpr qint64 MaxRows = 10'000;

    ReportPrint(ShopSession &session, std::shared_ptr<ReportTable> table, QWidget *parent);
    ~ReportPrint() override;

    void start();

    /// All pages on this printer, with its own margins.
    static void paint(ReportPages &pages, QPrinter &printer);

private:
    struct Opened;
    void open();
    void read(const Opened &opened);
    void showPreview();
    void tell(const QString &title, const QString &message);

    ShopSession &m_session;
    std::shared_ptr<ReportTable> m_table;
    QWidget *m_window;
    QString m_shopName;
    QList<ReportRow> m_rows;
    std::unique_ptr<QPrinter> m_printer;
    std::unique_ptr<ReportPages> m_pages;
    QPointer<QProgressDialog> m_progress;
    QPointer<ReportReading> m_reading;
    QPointer<QPrintPreviewDialog> m_preview;
};

} // namespace kessai
