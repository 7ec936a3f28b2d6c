// TodayPage: how its parts stand.
#include "ui/today/daypanel.h"
#include "ui/today/todaypage.h"
#include "ui/today/watchline.h"
#include "ui/today/workcard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/stylesheet.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int GapPx = 12;
constexpr int MarginPx = 16;
// In characters of full width: below them, charts stand under the cards, and cards one under the other.
constexpr int CharactersOfTwoHalves = 64;
constexpr int CharactersOfTwoCards = 40;
constexpr double CardsShare = 0.58; ///< of the width, beside the charts

} // namespace

void TodayPage::buildLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(buildHead());
    m_problem->setObjectName(u"todayProblem"_s);
    m_problem->addButton(tr("もう一度読み取る"), u"todayRetry"_s, [this] { m_numbers.refresh(); });
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(m_progress);
    buildBody();
    column->addWidget(m_scroll, 1);
    column->addLayout(buildFoot());
    fitWidth();
}

QLayout *TodayPage::buildHead()
{
    m_headline->setObjectName(u"todayHeadline"_s);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setText(tr("今日の仕事を数えています…"));
    QFont bold = m_headline->font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_countedAt->setObjectName(u"todayCountedAt"_s);
    setTone(*m_countedAt, Tone::Quiet);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(MarginPx, 14, MarginPx, 8);
    head->addWidget(m_headline, 1);
    head->addWidget(m_countedAt);
    return head;
}

QWidget *TodayPage::buildCards()
{
    auto *cards = new QWidget;
    m_grid = new QGridLayout;
    m_grid->setSpacing(GapPx);
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_grid);
    column->addStretch(1);
    for (const WorkKind kind : allWorkKinds()) {
        auto *card = new WorkCard(kind, cards);
        card->hide(); // until it is counted
        connect(card, &WorkCard::chosen, this, &TodayPage::workChosen);
        m_cards.append(card);
    }
    return cards;
}

void TodayPage::buildBody()
{
    m_done->setMessage(u"task-complete"_s, tr("今日の仕事はすべて終わっています"),
                       tr("対応が必要な受注が出ると、ここに表示します。"));
    m_done->addButton(tr("受注一覧を開く"), u"todayToOrders"_s, true, [this] { emit orderListAsked(); });
    auto *body = new QWidget;
    auto *left = new QWidget(body);
    m_cardsOrDone = new QStackedLayout(left);
    m_cardsOrDone->addWidget(buildCards());
    m_cardsOrDone->addWidget(m_done);
    auto *charts = new QVBoxLayout;
    charts->setSpacing(GapPx);
    charts->addWidget(m_lapsing, 1);
    charts->addWidget(m_money, 1);
    m_halves = new QHBoxLayout(body);
    m_halves->setContentsMargins(MarginPx, 4, MarginPx, GapPx);
    m_halves->setSpacing(GapPx);
    m_halves->addWidget(left, 3);
    m_halves->addLayout(charts, 2);
    m_scroll->setObjectName(u"todayScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(body);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
}

QLayout *TodayPage::buildFoot()
{
    m_opensFirst->setObjectName(u"todayOpensFirst"_s);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(MarginPx, 8, MarginPx, 6);
    foot->addWidget(m_opensFirst);
    foot->addStretch();
    foot->addWidget(m_watch);
    return foot;
}

void TodayPage::fitWidth()
{
    const int character = fontMetrics().horizontalAdvance(u'あ');
    const int room = width() - 2 * MarginPx;
    const bool besideCharts = room >= CharactersOfTwoHalves * character;
    m_halves->setDirection(besideCharts ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const double share = besideCharts ? CardsShare : 1;
    const int columns = room * share >= CharactersOfTwoCards * character ? 2 : 1;
    if (columns != m_cardColumns) {
        m_cardColumns = columns;
        arrange();
    }
}

} // namespace kessai
