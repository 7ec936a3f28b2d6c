#pragma once

#include "ui/payments/confirmcontent.h"
#include "ui/payments/paymentcommands.h"
#include "ui/payments/paymentpanelmodel.h"

#include <QHash>
#include <QPointer>
#include <QSettings>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace kessai {

class BadgeLabel;
class ConfirmDialog;
class CopyButton;
class LogView;
class ProgressLine;

/// PGマルチペイメントサービス決済情報 (S45–S68): rows, commands and log of one order's payment. Everything it
/// shows follows from its model by showModel().
class PaymentPanel : public QWidget
{
    Q_OBJECT

public:
    /// @param remembered where the tick boxes of the confirm dialogs are kept
    PaymentPanel(PaymentCommands &commands, QSettings &remembered, QWidget *parent);

    void setFacts(const OrderFacts &facts);
    [[nodiscard]] PanelState panelState() const { return m_model.state(); }
    [[nodiscard]] const PaymentPanelModel &model() const { return m_model; }
    [[nodiscard]] LogView &log() const { return *m_log; }
    void setLogShown(bool shown);
    /// Opens the question of the command; nothing where its button is off.
    /// @param cancelWord instead of the word of the rules; "" as these say
    void ask(PanelCommand command, const QString &cancelWord = {});

signals:
    /// Something was done: read the order again.
    void changed();
    /// A person opened the log, and it is there to be looked at.
    void logLoaded();

private:
    struct RowWidgets
    {
        QLabel *caption = nullptr;
        QWidget *cell = nullptr; ///< holds what follows
        QLabel *value = nullptr;
        BadgeLabel *badge = nullptr;
        QProgressBar *bar = nullptr;
        CopyButton *copy = nullptr;
        int place = -1; ///< two rows a line
    };
    struct ButtonWidgets
    {
        QPushButton *button = nullptr;
        QLabel *reason = nullptr;
        int place = -1; ///< four buttons a line
    };
    /// What a person is asked, as things stood when the dialog opened.
    struct Question
    {
        PanelCommand command = PanelCommand::Capture;
        ConfirmContent content;
        OperationRequest request;
        QString sentWord; ///< that the screen named
        bool authorizedOnly = false;
        PaymentMethod method = PaymentMethod::Card;
    };
    void buildCommands(QVBoxLayout *column);
    void buildLog(QVBoxLayout *column);
    void addLogTools(QVBoxLayout *column);
    void exportLog();
    void openLogExport();
    void addCommand(PanelCommand command, const QString &objectName, const QKeySequence &keys);
    void showModel();
    void showRows();
    void showBanners();
    void showButtons();
    void showLinkButtons();
    void showChooser();
    RowWidgets &rowFor(const PanelRow &row);
    void showRow(RowWidgets &widgets, const PanelRow &row, int place);
    void placeCommand(ButtonWidgets &widgets, int place);
    void loadLog();

    void warnOfMovedQuestion();
    void judgeAnew();
    void confirmed(const Question &question, const ConfirmDialog &dialog);
    void refresh();
    void askResolve();
    void askLink();
    void askUnlink();
    void takeOutcome(const Question &question, const CommandOutcome &outcome);
    void takeRefresh(const StorageResult<RefreshItem> &item);
    [[nodiscard]] static QString outcomeText(const Question &question, const CommandOutcome &outcome);
    [[nodiscard]] QString otherCancelWord(const Question &question, const OperationItem &item) const;
    void finish(Meaning meaning, const QString &text, const QString &otherCancelWord = {});

    PaymentCommands &m_commands;
    QSettings &m_remembered;
    PaymentPanelModel m_model;
    bool m_known = false;
    bool m_logOpened = false;         ///< by a person, and not yet there
    QPointer<ConfirmDialog> m_dialog; ///< open, with m_question
    Question m_question;
    QString m_keptReason; ///< of a resolution that was refused: nobody types it twice
    QList<PanelBanner> m_shownBanners;
    QHash<QString, RowWidgets> m_rows;
    QHash<PanelCommand, ButtonWidgets> m_buttons;
    ProgressLine *m_progress;
    QVBoxLayout *m_banners;
    QGridLayout *m_rowGrid;
    QGridLayout *m_commandGrid;
    QComboBox *m_chooser;
    QLabel *m_commonReason;
    QPushButton *m_linkButton = nullptr;
    QPushButton *m_unlinkButton = nullptr;
    QLabel *m_unlinkReason = nullptr;
    QPushButton *m_logButton = nullptr;
    QWidget *m_logTools = nullptr;
    QPushButton *m_askGateway = nullptr; ///< of an error in the log
    LogView *m_log = nullptr;
};

} // namespace kessai
