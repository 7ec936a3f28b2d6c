#pragma once

#include "ui/papers/notesjob.h"
#include "ui/widgets/stylesheet.h"

#include <QDialog>
#include <QPointer>
#include <QSettings>
#include <QTimer>

#include <optional>

class QDateEdit;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace kessai {

class Paragraph;

/// 納品書… (S40): what stands on the notes beside the orders, the first note as it will look, and PDF or
/// printer. The texts are kept for the person who works here. Closing stops what is not finished.
class DeliveryNoteDialog : public QDialog
{
    Q_OBJECT

public:
    /// So many are looked through by nobody, and their PDF is no longer small.
    static constexpr qsizetype MostNotes = 3000;

    /// @param settings the window's own
    DeliveryNoteDialog(ShopSession &session, QSettings &settings, QList<OrderId> orders, QWidget *parent);

    [[nodiscard]] DeliveryNoteTexts texts() const;

protected:
    void done(int result) override;

private:
    void buildFields(QFormLayout *form);
    QLineEdit *addField(QFormLayout *form, const QString &objectName, const QString &label,
                        const QString &accessibleName);
    void buildPreview(QHBoxLayout *row);
    void buildButtons(QHBoxLayout *row);
    void loadTexts();
    void saveTexts() const;
    void readFirst();
    void showPreview();
    void choosePdf();
    void choosePrinter();
    void startJob(NotesJob *job, const QString &doneSentence);
    [[nodiscard]] NotesJob::Wanted wanted() const;
    void setWorking(bool working);
    void tell(const QString &sentences, Tone tone = Tone::Plain);

    ShopSession &m_session;
    QSettings &m_settings;
    QList<OrderId> m_orders;
    QString m_shopName;
    std::optional<Order> m_first;
    QTimer m_previewTimer; ///< while somebody types
    QLineEdit *m_title = nullptr;
    QDateEdit *m_issuedOn;
    QList<QLineEdit *> m_messages;
    QList<QLineEdit *> m_remarks;
    QLabel *m_preview;
    QLabel *m_pages;
    Paragraph *m_note;
    QProgressBar *m_progress;
    QPushButton *m_pdf;
    QPushButton *m_print;
    QPushButton *m_close;
    QPointer<NotesJob> m_job;
};

} // namespace kessai
