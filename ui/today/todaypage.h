#pragma once

#include "ui/today/todaynumbers.h"

#include <QSettings>
#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QGridLayout;
class QLabel;
class QLayout;
class QScrollArea;
class QStackedLayout;

namespace kessai {

class Banner;
class DayPanel;
class EmptyState;
class ProgressLine;
class WatchLine;
class WorkCard;

/// 今日の仕事 (Ctrl+4; S12): what waits for somebody as cards, and two charts of days.
class TodayPage : public QWidget
{
    Q_OBJECT

public:
    /// @param numbers must outlive the page @param settings the window's own
    TodayPage(ShopSession &session, TodayNumbers &numbers, QSettings &settings, QWidget *parent = nullptr);
    ~TodayPage() override;

    /// Whether staff want it in front at the start where there is work.
    [[nodiscard]] bool opensFirst() const;
    /// Into the first card that has something to do.
    void focusFirst();

signals:
    /// The orders behind a card.
    void workChosen(kessai::WorkKind kind);
    /// The authorisations that lapse on this day.
    void lapsingDayChosen(const QDate &day);
    /// What was captured and cancelled on this day.
    void moneyDayChosen(const QDate &day);
    void orderListAsked();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLayout();
    QLayout *buildHead();
    void buildBody();
    QWidget *buildCards();
    QLayout *buildFoot();
    void showWork();
    [[nodiscard]] QString closingNote() const;
    void showDays();
    void showFailure(const QString &message);
    /// Those with work first, each part in the order of allWorkKinds().
    void arrange();
    void fitWidth();

    TodayNumbers &m_numbers;
    QSettings &m_settings;
    QLabel *m_headline;
    QLabel *m_countedAt;
    Banner *m_problem;
    ProgressLine *m_progress;
    QList<WorkCard *> m_cards; ///< as allWorkKinds()
    QGridLayout *m_grid = nullptr;
    EmptyState *m_done;
    QStackedLayout *m_cardsOrDone = nullptr;
    QScrollArea *m_scroll;
    QBoxLayout *m_halves = nullptr; ///< cards and charts
    DayPanel *m_lapsing;
    DayPanel *m_money;
    WatchLine *m_watch;
    QCheckBox *m_opensFirst;
    int m_cardColumns = 2;
};

} // namespace kessai
