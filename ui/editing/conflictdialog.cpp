#include "ui/editing/conflictdialog.h"

#include "ui/text/cardnumbers.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShownAtMost = 1'000;

QString shown(const QString &value)
{
    if (value.isEmpty()) {
        return ConflictDialog::tr("（空欄）");
    }
    const QString text = withoutCardNumbers(value);
    return text.size() > ShownAtMost ? text.left(ShownAtMost) + u'…' : text;
}

} // namespace

ConflictDialog::ConflictDialog(const QList<FieldConflict> &conflicts, const QString &whoChanged,
                               QWidget *parent)
    : QDialog(parent), m_conflicts(conflicts)
{
    setObjectName(u"conflictDialog"_s);
    setWindowTitle(tr("同じ項目が変更されています"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(new Paragraph(whoChanged, this));
    column->addWidget(new Paragraph(
        tr("まだ何も保存していません。項目ごとに、残す値を選んでください。選ばなかった値は保存されません。"),
        this));
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("変更が重なった項目"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget(scroll);
    auto *inside = new QVBoxLayout(content);
    for (int number = 0; number < m_conflicts.size(); ++number) {
        addConflict(*inside, m_conflicts.at(number), number);
    }
    inside->addStretch(1);
    scroll->setWidget(content);
    column->addWidget(scroll, 1);
    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(tr("選んだ値で登録"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"resolveButton"_s);
    m_accept->setAccessibleName(m_accept->text());
    m_accept->setProperty("primary", true);
    auto *back = buttons->addButton(tr("編集に戻る"), QDialogButtonBox::RejectRole);
    back->setObjectName(u"backToEditingButton"_s);
    back->setAccessibleName(back->text());
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    showReadiness();
    resize(720, 520);
}

void ConflictDialog::addConflict(QVBoxLayout &column, const FieldConflict &conflict, int number)
{
    auto *box = new QGroupBox(conflict.label, this);
    auto *grid = new QGridLayout(box);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new QLabel(tr("開いたとき"), box), 0, 0, Qt::AlignTop);
    auto *opened = new Paragraph(shown(conflict.opened), box);
    setTone(*opened, Tone::Quiet);
    grid->addWidget(opened, 0, 1);
    auto *choice = new QButtonGroup(box);
    const QString values[] = {conflict.theirs, conflict.ours};
    const QString names[] = {tr("相手の変更"), tr("自分の変更")};
    const QString objectNames[] = {u"theirs%1"_s.arg(number), u"ours%1"_s.arg(number)};
    for (int side = 0; side < 2; ++side) {
        auto *button = new QRadioButton(names[side], box);
        button->setObjectName(objectNames[side]);
        button->setAccessibleName(tr("%1 %2: %3").arg(conflict.label, names[side], shown(values[side])));
        choice->addButton(button, side);
        grid->addWidget(button, side + 1, 0, Qt::AlignTop);
        grid->addWidget(new Paragraph(shown(values[side]), box), side + 1, 1);
    }
    connect(choice, &QButtonGroup::idClicked, this, &ConflictDialog::showReadiness);
    m_choices.append(choice);
    column.addWidget(box);
}

void ConflictDialog::showReadiness()
{
    const bool allChosen = std::all_of(m_choices.cbegin(), m_choices.cend(),
                                       [](const QButtonGroup *choice) { return choice->checkedId() >= 0; });
    m_accept->setEnabled(allChosen);
    m_accept->setToolTip(allChosen ? QString() : tr("すべての項目で、残す値を選んでください。"));
}

QList<FieldPlace> ConflictDialog::takeOurs() const
{
    QList<FieldPlace> ours;
    for (int number = 0; number < m_conflicts.size(); ++number) {
        if (m_choices.at(number)->checkedId() == 1) {
            ours.append(m_conflicts.at(number).place);
        }
    }
    return ours;
}

} // namespace kessai
