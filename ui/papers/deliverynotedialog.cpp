#include "ui/papers/deliverynotedialog.h"

#include "ui/text/formats.h"
#include "ui/widgets/paragraph.h"

#include <QDateEdit>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int PreviewWaitMs = 150;

QPushButton *button(const QString &label, const QString &objectName, QWidget *parent)
{
    auto *made = new QPushButton(label, parent);
    made->setObjectName(objectName);
    made->setAutoDefault(false);
    return made;
}

} // namespace

DeliveryNoteDialog::DeliveryNoteDialog(ShopSession &session, QSettings &settings, QList<OrderId> orders,
                                       QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_settings(settings)
    , m_orders(std::move(orders))
    , m_issuedOn(new QDateEdit(session.today(), this))
    , m_preview(new QLabel(this))
    , m_pages(new QLabel(this))
    , m_note(new Paragraph({}, this))
    , m_progress(new QProgressBar(this))
    , m_pdf(button(tr("PDFに保存…(&S)"), u"notePdfButton"_s, this))
    , m_print(button(tr("印刷…(&P)"), u"notePrintButton"_s, this))
    , m_close(button(tr("閉じる"), u"noteCloseButton"_s, this))
{
    setObjectName(u"deliveryNoteDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("納品書"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    auto *body = new QHBoxLayout;
    body->setSpacing(24);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    buildFields(form);
    body->addLayout(form, 2);
    buildPreview(body);
    column->addLayout(body, 1);
    m_note->setObjectName(u"deliveryNoteText"_s);
    column->addWidget(m_note);
    m_progress->setObjectName(u"deliveryNoteProgress"_s);
    m_progress->setAccessibleName(tr("納品書の進み具合"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    column->addWidget(m_progress);
    auto *buttons = new QHBoxLayout;
    buildButtons(buttons);
    column->addLayout(buttons);
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(PreviewWaitMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &DeliveryNoteDialog::showPreview);
    loadTexts();
    setWorking(false);
    resize(1080, 760);
    readFirst();
}

void DeliveryNoteDialog::buildButtons(QHBoxLayout *row)
{
    m_pdf->setProperty("primary", true);
    row->addStretch(1);
    for (QPushButton *made : {m_close, m_print, m_pdf}) {
        row->addWidget(made);
    }
    connect(m_pdf, &QPushButton::clicked, this, &DeliveryNoteDialog::choosePdf);
    connect(m_print, &QPushButton::clicked, this, &DeliveryNoteDialog::choosePrinter);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_job) { // stops; the texts are still here
            delete m_job;
            setWorking(false);
            tell(tr("中止しました。"));
        } else {
            reject();
        }
    });
}

void DeliveryNoteDialog::done(int result)
{
    delete m_job;
    saveTexts();
    QDialog::done(result);
}

NotesJob::Wanted DeliveryNoteDialog::wanted() const
{
    return {m_orders, texts(), QGuiApplication::font().families()};
}

void DeliveryNoteDialog::choosePdf()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("納品書をPDFに保存"), folder, tr("PDF (*.pdf)"));
    dialog->setObjectName(u"notePdfFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    const QString day = m_issuedOn->date().toString(u"yyyyMMdd"_s);
    dialog->selectFile(tr("納品書-%1.pdf").arg(day));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        startJob(new NotesPdf(m_session, wanted(), file, this),
                 tr("%1件の納品書（%2ページ）を保存しました。"));
    });
    dialog->open();
}

void DeliveryNoteDialog::choosePrinter()
{
    auto printer =
        std::make_shared<std::unique_ptr<QPrinter>>(std::make_unique<QPrinter>(QPrinter::HighResolution));
    (*printer)->setPageLayout(DeliveryNote::pageLayout());
    auto *dialog = new QPrintDialog(printer->get(), this);
    dialog->setObjectName(u"notePrintDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer] {
        startJob(new NotesPrint(m_session, wanted(), std::move(*printer), this),
                 tr("%1件の納品書（%2ページ）を印刷に送りました。"));
    });
    dialog->open();
}

void DeliveryNoteDialog::startJob(NotesJob *job, const QString &doneSentence)
{
    saveTexts();
    delete m_job;
    m_job = job;
    m_progress->setRange(0, int(m_orders.size()));
    m_progress->setValue(0);
    setWorking(true);
    tell(tr("納品書を作っています。"));
    connect(job, &NotesJob::progressed, this, [this](int done, int total) {
        m_progress->setValue(done);
        tell(tr("納品書を作っています（%1 / %2件）。").arg(Formats::count(done), Formats::count(total)));
    });
    const auto ended = [this](const QString &sentences, Tone tone) {
        m_job->deleteLater();
        m_job = nullptr;
        setWorking(false);
        tell(sentences, tone);
    };
    connect(job, &NotesJob::finished, this, [ended, doneSentence](int notes, int pages) {
        ended(doneSentence.arg(Formats::count(notes), Formats::count(pages)), Tone::Plain);
    });
    connect(job, &NotesJob::failed, this, [ended](const QString &message) { ended(message, Tone::Alarm); });
    job->start();
}

void DeliveryNoteDialog::setWorking(bool working)
{
    QList<QWidget *> fields{m_title, m_issuedOn, m_pdf, m_print};
    for (QLineEdit *edit : m_messages + m_remarks) {
        fields.append(edit);
    }
    for (QWidget *field : fields) {
        field->setEnabled(!working && m_first);
    }
    m_progress->setVisible(working);
    m_close->setText(working ? tr("中止") : tr("閉じる"));
    if (working) {
        m_close->setFocus();
    }
}

void DeliveryNoteDialog::tell(const QString &sentences, Tone tone)
{
    m_note->setSentences(sentences);
    m_note->setVisible(!sentences.isEmpty());
    setTone(*m_note, tone);
}

} // namespace kessai
