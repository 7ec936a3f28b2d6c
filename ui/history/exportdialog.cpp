#include "ui/history/exportdialog.h"

#include "ui/history/exportedreport.h"
#include "ui/text/formats.h"
#include "ui/widgets/paragraph.h"

#include <QButtonGroup>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QPushButton *button(const QString &label, const QString &objectName, QWidget *parent)
{
    auto *made = new QPushButton(label, parent);
    made->setObjectName(objectName);
    made->setAutoDefault(false);
    return made;
}

QString withEnding(const QString &file, TableFormat format)
{
    QString stem = file;
    for (const QString &ending : {u".csv"_s, u".xlsx"_s}) {
        if (stem.endsWith(ending, Qt::CaseInsensitive)) {
            stem.chop(ending.size());
        }
    }
    return stem.isEmpty() ? stem : stem + u'.' + suffixOf(format);
}

/// Where documents are, if there is such a folder: a desktop names one that nobody has made.
QDir proposedFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? QDir(documents) : QDir::home();
}

} // namespace

ExportDialog::ExportDialog(ShopSession &session, ReportTableFactory newTable, const QString &what,
                           const QString &fileName, QWidget *parent)
    : ExportDialog(session,
                   {.what = what,
                    .newTable =
                        [newTable](const ExportOffer::Chosen &) {
                            return std::make_shared<ExportedReport>(newTable());
                        },
                    .fileName = [fileName](const ExportOffer::Chosen &) { return fileName; }},
                   parent)
{
}

ExportDialog::ExportDialog(ShopSession &session, ExportOffer offer, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_offer(std::move(offer))
    , m_file(new QLineEdit(this))
    , m_browse(button(tr("参照…"), u"browseButton"_s, this))
    , m_note(new Paragraph({}, this))
    , m_progress(new QProgressBar(this))
    , m_cancel(button(tr("キャンセル"), u"cancelExportButton"_s, this))
    , m_export(button(tr("書き出す"), u"startExportButton"_s, this))
    , m_replace(button(tr("〓に置き換えて保存する"), u"replaceButton"_s, this))
    , m_utf8(button(tr("UTF-8で書き出す"), u"useUtf8Button"_s, this))
    , m_folder(button(tr("フォルダを開く"), u"openFolderButton"_s, this))
{
    setObjectName(u"exportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("書き出し"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(new Paragraph(m_offer.what, this));
    buildGroups(column);
    buildFormats(column);
    buildFileRow(column);
    m_note->setObjectName(u"exportNote"_s);
    column->addWidget(m_note);
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("書き出しの進み具合"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    column->addWidget(m_progress);
    buildButtons(column);
    m_proposed = m_offer.fileName(chosen());
    m_file->setText(withEnding(proposedFolder().filePath(m_proposed), format()));
    setMinimumWidth(fontMetrics().height() * 34);
    setStage(Stage::Choosing);
    showNote();
}

void ExportDialog::buildFileRow(QVBoxLayout *column)
{
    auto *caption = new QLabel(tr("保存先"), this);
    setTone(*caption, Tone::Quiet);
    caption->setBuddy(m_file);
    m_file->setObjectName(u"exportFileEdit"_s);
    m_file->setAccessibleName(tr("保存先のファイル"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(m_browse);
    column->addWidget(caption);
    column->addLayout(row);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::showNote);
}

void ExportDialog::buildButtons(QVBoxLayout *column)
{
    m_export->setProperty("primary", true);
    m_utf8->setProperty("primary", true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_folder);
    row->addStretch(1);
    for (QPushButton *made : {m_cancel, m_replace, m_utf8, m_export}) {
        row->addWidget(made);
    }
    column->addStretch(1);
    column->addLayout(row);
    m_export->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::startExport);
    connect(m_utf8, &QPushButton::clicked, this, &ExportDialog::exportAsUtf8);
    connect(m_replace, &QPushButton::clicked, this, [this] {
        setStage(Stage::Writing);
        m_running->finishAnyway();
    });
    connect(m_folder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_file->text()).absolutePath()));
    });
}

void ExportDialog::showEvent(QShowEvent *event)
{
    fit();
    QDialog::showEvent(event);
}

void ExportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("保存先"), m_file->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // the note beside the name says so
    dialog->selectFile(m_file->text());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { m_file->setText(file); });
    dialog->open();
}

void ExportDialog::fitEnding()
{
    m_file->setText(withEnding(m_file->text(), format()));
}

void ExportDialog::showNote()
{
    const bool exists = QFileInfo::exists(m_file->text());
    tell(exists ? tr("同じ名前のファイルがあります。書き出すと新しい内容に置き換わります。") : QString());
    m_export->setText(exists ? tr("置き換えて書き出す") : tr("書き出す"));
    m_export->setEnabled(!m_file->text().trimmed().isEmpty());
}

void ExportDialog::startExport()
{
    delete m_running;
    setStage(Stage::Writing);
    tell(tr("書き出しています。"));
    m_progress->setRange(0, 0);
    const std::shared_ptr<ExportedTable> table = m_offer.newTable(chosen());
    m_style = table->style();
    m_titles = table->titles();
    m_running = new TableExport(m_session, table, format(), m_file->text().trimmed(), this);
    connect(m_running, &TableExport::progressed, this, &ExportDialog::showProgress);
    connect(m_running, &TableExport::unwritableFound, this, &ExportDialog::askAbout);
    connect(m_running, &TableExport::failed, this, &ExportDialog::showFailure);
    connect(m_running, &TableExport::finished, this, &ExportDialog::showDone);
    m_running->start();
}

void ExportDialog::showProgress(qint64 done, qint64 total)
{
    constexpr int Parts = 1000;
    m_progress->setRange(0, Parts);
    m_progress->setValue(total > 0 ? int(done * Parts / total) : Parts);
    tell(tr("書き出しています（%1 / %2件）。").arg(Formats::count(done), Formats::count(total)));
}

void ExportDialog::askAbout(qint64 count, const QList<UnwritableCharacter> &first)
{
    constexpr qsizetype Listed = 10;
    QStringList lines{
        tr("Shift_JISで書けない文字が%1個あります。まだ何も保存していません。").arg(Formats::count(count))};
    const QString place = m_style == ValueStyle::Shop ? tr("%1行目の「%2」：%3") : tr("%1件目の「%2」：%3");
    for (const UnwritableCharacter &character : first.mid(0, Listed)) {
        lines.append(
            place.arg(Formats::count(character.row), m_titles.value(character.column), character.named()));
    }
    if (count > Listed) {
        lines.append(tr("ほか%1個").arg(Formats::count(count - Listed)));
    }
    setStage(Stage::Deciding);
    tell(lines.join(u'\n'));
    m_utf8->setFocus();
}

void ExportDialog::exportAsUtf8()
{
    m_formats->button(int(TableFormat::CsvUtf8))->setChecked(true);
    startExport();
}

void ExportDialog::showFailure(const QString &message)
{
    setStage(Stage::Choosing);
    showNote();
    tell(message, Tone::Alarm);
}

void ExportDialog::showDone(qint64 counted, qint64 rows)
{
    setStage(Stage::Done);
    const QString told = rows == 0 ? tr("書き出す行はありませんでした。見出しだけのファイルです。\n%1")
                         : m_style == ValueStyle::Shop
                             ? tr("%1行を書き出しました。\n%2").arg(Formats::count(rows))
                             : tr("%1件を書き出しました。\n%2").arg(Formats::count(counted));
    tell(told.arg(m_running->file()));
    m_cancel->setFocus();
}

void ExportDialog::setStage(Stage stage)
{
    const bool choosing = stage == Stage::Choosing;
    for (const QButtonGroup *group : m_groups + QList<QButtonGroup *>{m_formats}) {
        for (QAbstractButton *choice : group->buttons()) {
            choice->setEnabled(choosing);
        }
    }
    m_file->setEnabled(choosing);
    m_browse->setEnabled(choosing);
    m_export->setVisible(choosing || stage == Stage::Writing);
    m_export->setEnabled(choosing);
    m_progress->setVisible(stage == Stage::Writing);
    m_replace->setVisible(stage == Stage::Deciding);
    m_utf8->setVisible(stage == Stage::Deciding);
    m_folder->setVisible(stage == Stage::Done);
    m_cancel->setText(stage == Stage::Done      ? tr("閉じる")
                      : stage == Stage::Writing ? tr("中止")
                                                : tr("キャンセル"));
}

void ExportDialog::tell(const QString &sentences, Tone tone)
{
    m_note->setSentences(sentences);
    setTone(*m_note, tone);
    fit();
}

/// As high as its sentences need at this width, which no size hint knows.
void ExportDialog::fit()
{
    layout()->invalidate();
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
}

} // namespace kessai
