#include "ui/today/workcard.h"

#include "ui/payments/badgelabel.h"
#include "ui/text/formats.h"
#include "ui/today/workwords.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr double NumberSize = 1.7; ///< of the usual letters

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

WorkCard::WorkCard(WorkKind kind, QWidget *parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_number(plainLabel({}, this))
    , m_sum(plainLabel({}, this))
    , m_note(plainLabel({}, this))
    , m_button(new QPushButton(this))
    , m_body(buildBody())
    , m_idle(plainLabel(tr("%1：ありません").arg(WorkWords::titleOf(kind)), this))
{
    const QString name = QString::number(int(kind));
    setObjectName(u"workCard_"_s + name);
    m_number->setObjectName(u"workNumber_"_s + name);
    m_sum->setObjectName(u"workSum_"_s + name);
    m_note->setObjectName(u"workNote_"_s + name);
    m_button->setObjectName(u"workButton_"_s + name);
    m_idle->setObjectName(u"workIdle_"_s + name);
    m_idle->setToolTip(WorkWords::sentenceOf(kind));
    setTone(*m_idle, Tone::Quiet);
    setTone(*m_sum, Tone::Quiet);
    setTone(*m_note, Tone::Quiet);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_body);
    column->addWidget(m_idle);
    m_button->setToolTip(
        tr("一覧をこの条件で絞り込み、すべてに印を付けて開きます。GMOには何も送信しません。"));
    m_button->setAutoDefault(true); // Enter, too: it only opens a list
    connect(m_button, &QPushButton::clicked, this, [this] { emit chosen(m_kind); });
    m_body->hide();
}

QWidget *WorkCard::buildBody()
{
    auto *body = new QWidget(this);
    auto *title = plainLabel(WorkWords::titleOf(m_kind), body);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setWordWrap(true);
    auto *urgency = new BadgeLabel(body);
    urgency->setBadge(WorkWords::urgencyOf(m_kind));
    urgency->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    bold.setPointSizeF(bold.pointSizeF() * NumberSize);
    m_number->setFont(bold);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(urgency, 0, Qt::AlignTop);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(12);
    figures->addWidget(m_number, 0, Qt::AlignBaseline);
    figures->addWidget(m_sum, 1, Qt::AlignBaseline);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(14, 8, 14, 10);
    column->setSpacing(4);
    column->addLayout(head);
    column->addLayout(figures);
    column->addWidget(new Paragraph(WorkWords::sentenceOf(m_kind), body), 1, Qt::AlignTop);
    m_note->setWordWrap(true);
    m_note->hide();
    column->addWidget(m_note);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    return body;
}

void WorkCard::setCount(const WorkCount &count)
{
    const QString title = WorkWords::titleOf(m_kind);
    const QString number = tr("%1件").arg(Formats::count(count.orders));
    m_number->setText(number);
    m_sum->setText(Formats::yen(count.sum));
    m_button->setText(tr("%1件を選択して開く").arg(Formats::count(count.orders)));
    m_button->setAccessibleName(tr("%1の%2").arg(title, m_button->text()));
    m_hasWork = count.orders > 0;
    setAccessibleName(
        m_hasWork ? tr("%1（%2） %3 %4").arg(title, WorkWords::urgencyOf(m_kind).word, number, m_sum->text())
                  : m_idle->text());
    m_body->setVisible(m_hasWork);
    m_idle->setVisible(!m_hasWork);
    show(); // it waited for its first number
    if (property("card").toBool() != m_hasWork) {
        setProperty("card", m_hasWork);
        style()->unpolish(this);
        style()->polish(this);
    }
}

void WorkCard::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace kessai
