#pragma once

#include "core/base/ids.h"
#include "ui/text/meaning.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace kessai {

class Paragraph;
class ProgressLine;
class RowTable;

/// An order of which there is something to say after work on many.
struct ManyRow
{
    OrderId order;
    QString orderNumber;
    QString result; ///< the word in front: 変わりました, 確認できません …
    Meaning meaning = Meaning::Closed;
    QString text;
};

/// The rows of ManyPage.
class ManyModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { OrderNumber, Result, Text, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void append(const QList<ManyRow> &rows);
    [[nodiscard]] OrderId orderAt(int row) const { return m_rows.value(row).order; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ManyRow> m_rows;
};

/// Work on many orders that moves no money (状態一括確認, 対応状況の変更), on a page as a run's: how far it
/// is, what came of it in one sentence, and the orders of which there is something to say.
class ManyPage : public QWidget
{
    Q_OBJECT

public:
    explicit ManyPage(QWidget *parent = nullptr);

    /// @param stoppable whether Esc and 中止 stop it
    void begin(const QString &title, const QString &sentence, bool stoppable);
    void showProgress(qint64 done, qint64 total);
    void addRow(const ManyRow &row);
    void finish(const QString &sentence);
    [[nodiscard]] bool busy() const { return m_busy; }

signals:
    void stopAsked();
    void left();
    void orderChosen(kessai::OrderId order);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void flush();
    void leave();

    ManyModel m_rows;
    QList<ManyRow> m_coming; ///< shown a few times a second
    QTimer m_flush;
    QString m_counted;
    bool m_busy = false;
    bool m_stoppable = false;
    QLabel *m_title;
    Paragraph *m_sentence;
    ProgressLine *m_progress;
    RowTable *m_table;
    QWidget *m_rest; ///< keeps the words at the top while there are no rows
    QPushButton *m_back;
};

} // namespace kessai
