#pragma once

#include "ui/models/ordersource.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace kessai {

class FlowLayout;
class Paragraph;

/// The commands for what is ticked, with what each of them would do (screens.md, principle 3; S110–S116).
/// Hidden while nothing is ticked. It starts nothing: what it asks for is shown as a preview first.
class BulkBar : public QFrame
{
    Q_OBJECT

public:
    /// @param namePrefix of objectNames
    explicit BulkBar(const QString &namePrefix, QWidget *parent = nullptr);

    /// @param known false: the summary is not that of these ticks yet
    void showTicks(const OrderTicks &ticks, const TickSummary &summary, bool known);
    /// 12件を選択中（うち表示外 3件） ¥384,200
    [[nodiscard]] QString countText() const;
    /// What happens next, for tool tips.
    static QString whatCommandsDo();
    static QString whatRefreshDoes();
    static QString whatStatusDoes();
    /// Why nothing of what is ticked can be captured, cancelled or authorised anew.
    static QString whyOff(OperationKind kind);
    /// Why 状態一括確認 has nothing to ask about.
    static QString whyNothingToRead();

signals:
    void bulkAsked(kessai::OperationKind kind);
    void refreshAsked();
    void statusAsked(kessai::OrderStatus status);
    void clearAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Command
    {
        OperationKind kind = OperationKind::Capture;
        QPushButton *button = nullptr;
    };
    void layOut();
    void makeClearButton();
    void keepPlaces();
    static QString wordOf(OperationKind kind);
    static QString refreshWord();
    QPushButton *makeButton(const QString &text, const QString &name);
    QLabel *addTogether(const QString &text, QComboBox *choices, QPushButton *decide);
    void addPullDown();
    void addCommands();
    void addStatuses();
    void runPullDown();
    static void showCommand(QPushButton &button, const QString &word, qint64 count, const QString &whyOff,
                            QStringList &reasons);

    QString m_namePrefix;
    FlowLayout *m_upper;      ///< what is chosen from lists
    FlowLayout *m_lower;      ///< the commands
    bool m_isEmptied = false; ///< "everything that matches" matched nothing when it was counted last
    QLabel *m_count;
    QComboBox *m_operations = nullptr;
    QPushButton *m_decide = nullptr;
    QList<Command> m_commands;
    QPushButton *m_refresh = nullptr;
    QComboBox *m_statuses = nullptr;
    QPushButton *m_changeStatus = nullptr;
    QToolButton *m_clear = nullptr;
    Paragraph *m_reasons;
};

} // namespace kessai
