#include "ui/today/todaypage.h"

#include "core/base/japantime.h"
#include "ui/text/formats.h"
#include "ui/today/daypanel.h"
#include "ui/today/watchline.h"
#include "ui/today/workcard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressline.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString OpensFirstKey = u"today/opensFirst"_s;

} // namespace

TodayPage::TodayPage(ShopSession &session, TodayNumbers &numbers, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_numbers(numbers)
    , m_settings(settings)
    , m_headline(new QLabel(this))
    , m_countedAt(new QLabel(this))
    , m_problem(new Banner(Meaning::NeedsPerson, this))
    , m_progress(new ProgressLine(this))
    , m_done(new EmptyState(this))
    , m_scroll(new QScrollArea(this))
    , m_lapsing(new DayPanel(u"lapsing"_s,
                             tr("売上期限の日ごとの仮売上（これから%n日）", nullptr, DayFigures::LapsingDays),
                             settings, this))
    , m_money(new DayPanel(u"money"_s, tr("日ごとの売上と取消（過去%n日）", nullptr, DayFigures::MoneyDays),
                           settings, this))
    , m_watch(new WatchLine(session, this))
    , m_opensFirst(new QCheckBox(tr("起動したとき、仕事があればこの画面を開く"), this))
{
    setObjectName(u"todayPage"_s);
    buildLayout();
    connect(&numbers, &TodayNumbers::changed, this, &TodayPage::showWork);
    connect(&numbers, &TodayNumbers::daysChanged, this, &TodayPage::showDays);
    connect(&numbers, &TodayNumbers::failed, this, &TodayPage::showFailure);
    connect(&numbers, &TodayNumbers::readingChanged, m_progress, &ProgressLine::setActive);
    connect(m_lapsing, &DayPanel::dayChosen, this, &TodayPage::lapsingDayChosen);
    connect(m_money, &DayPanel::dayChosen, this, &TodayPage::moneyDayChosen);
    m_opensFirst->setChecked(opensFirst());
    connect(m_opensFirst, &QCheckBox::toggled, this,
            [this](bool first) { m_settings.setValue(OpensFirstKey, first); });
    if (numbers.known()) {
        showWork();
    }
}

TodayPage::~TodayPage()
{
    m_numbers.setWatched(false);
}

bool TodayPage::opensFirst() const
{
    return m_settings.value(OpensFirstKey, true).toBool();
}

void TodayPage::focusFirst()
{
    for (const WorkCard *card : std::as_const(m_cards)) {
        if (card->hasWork()) {
            card->button().setFocus();
            return;
        }
    }
    setFocus();
}

void TodayPage::showWork()
{
    m_problem->hide();
    const int cards = m_numbers.cardsWithWork();
    m_headline->setText(cards == 0 ? tr("対応が必要な仕事はありません")
                                   : tr("対応が必要な仕事が%n項目あります", nullptr, cards));
    m_countedAt->setText(tr("%1 現在").arg(Formats::minute(m_numbers.countedAt())));
    for (qsizetype place = 0; place < m_cards.size(); ++place) {
        m_cards.at(place)->setCount(m_numbers.work().value(allWorkKinds().at(place)));
    }
    m_cards.at(allWorkKinds().indexOf(WorkKind::DueSoon))->setNote(closingNote());
    m_cardsOrDone->setCurrentIndex(cards == 0 ? 1 : 0);
    arrange();
}

/// In the money of which month a capture of today counts (S16).
QString TodayPage::closingNote() const
{
    const auto &closing = m_numbers.nextClosing();
    if (!closing) {
        return {};
    }
    const QString left = Formats::daysLeft(closing->day, japantime::dayOf(m_numbers.countedAt()));
    return tr("次の締め日：%1 %2（%3）").arg(closing->company, Formats::day(closing->day), left);
}

void TodayPage::showDays()
{
    m_lapsing->setFigures(DayFigures::ofLapsing(m_numbers.lapsing(), m_numbers.lapsingFrom()));
    m_money->setFigures(DayFigures::ofMoney(m_numbers.money(), m_numbers.moneyUntil()));
}

void TodayPage::showFailure(const QString &message)
{
    m_problem->setText(m_numbers.known() ? tr("今日の仕事を読み取れません。表示は %1 のものです。%2")
                                               .arg(Formats::minute(m_numbers.countedAt()), message)
                                         : tr("今日の仕事を読み取れません。%1").arg(message));
    m_problem->show();
}

void TodayPage::arrange()
{
    QList<WorkCard *> idle;
    QList<WorkCard *> busy;
    for (WorkCard *card : std::as_const(m_cards)) {
        (card->hasWork() ? busy : idle).append(card);
    }
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item;
    }
    int row = 0;
    QWidget *before = m_scroll;
    for (const QList<WorkCard *> &part : {busy, idle}) {
        for (qsizetype place = 0; place < part.size(); ++place) {
            m_grid->addWidget(part.at(place), row + int(place) / m_cardColumns, int(place) % m_cardColumns);
            setTabOrder(before, &part.at(place)->button());
            before = &part.at(place)->button();
        }
        row += (int(part.size()) + m_cardColumns - 1) / m_cardColumns;
    }
    for (int column = 0; column < 2; ++column) {
        m_grid->setColumnStretch(column, column < m_cardColumns ? 1 : 0);
    }
}

void TodayPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_numbers.setWatched(true);
}

void TodayPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_numbers.setWatched(false);
}

void TodayPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWidth();
}

void TodayPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_numbers.stop()) {
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kessai
