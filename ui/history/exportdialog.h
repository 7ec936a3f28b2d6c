#pragma once

#include "ui/history/exportoffer.h"
#include "ui/history/reporttable.h"
#include "ui/history/tableexport.h"
#include "ui/widgets/stylesheet.h"

#include <QDialog>
#include <QPointer>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class Paragraph;

/// 書き出し…: what of it, the kind of file, its name, then the progress and what came of it, all in one
/// window that never waits. Closing it stops what is not finished; the file is then as it was.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(ShopSession &session, ExportOffer offer, QWidget *parent);
    /// A report.
    /// @param what is exported, in a sentence
    /// @param fileName proposed, without its ending
    ExportDialog(ShopSession &session, ReportTableFactory newTable, const QString &what,
                 const QString &fileName, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Stage { Choosing, Writing, Deciding, Done };
    void buildGroups(QVBoxLayout *column);
    QButtonGroup *addGroup(QVBoxLayout *column, const QString &caption);
    void addChoice(QVBoxLayout *column, QButtonGroup &group, int id, const QString &objectName,
                   const QString &label);
    [[nodiscard]] ExportOffer::Chosen chosen() const;
    void fitOffer();
    void buildFormats(QVBoxLayout *column);
    void buildFileRow(QVBoxLayout *column);
    void buildButtons(QVBoxLayout *column);
    [[nodiscard]] TableFormat format() const;
    void chooseFile();
    void fitEnding();
    void showNote();
    void startExport();
    void showProgress(qint64 done, qint64 total);
    void askAbout(qint64 count, const QList<UnwritableCharacter> &first);
    void exportAsUtf8();
    void showFailure(const QString &message);
    void showDone(qint64 counted, qint64 rows);
    void setStage(Stage stage);
    void tell(const QString &sentences, Tone tone = Tone::Plain);
    void fit();

    ShopSession &m_session;
    ExportOffer m_offer;
    QList<QButtonGroup *> m_groups;               ///< of the offer
    QString m_proposed;                           ///< name of the file, as long as nobody gave another
    TableFormat m_fitting = TableFormat::CsvUtf8; ///< what is chosen
    ValueStyle m_style = ValueStyle::Shown;       ///< of what is being written
    QStringList m_titles;
    QButtonGroup *m_formats = nullptr;
    QLineEdit *m_file;
    QPushButton *m_browse;
    Paragraph *m_note;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_export;
    QPushButton *m_replace;
    QPushButton *m_utf8;
    QPushButton *m_folder;
    QPointer<TableExport> m_running;
};

} // namespace kessai
