#include "ui/orders/filtergroup.h"

#include "ui/text/formats.h"
#include "ui/widgets/stylesheet.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

FilterGroup::FilterGroup(const QString &title, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_name(name)
    , m_fold(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_boxes(new QVBoxLayout(m_body))
{
    m_fold->setObjectName(name + u"_fold"_s);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    QFont bold = m_fold->font();
    bold.setBold(true);
    m_fold->setFont(bold);
    auto *head = new QHBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_fold);
    head->addStretch();
    QToolButton *all = addSmallButton(tr("すべて"), tr("%1をすべて選ぶ").arg(title), name + u"_all"_s);
    QToolButton *none = addSmallButton(tr("なし"), tr("%1をどれも選ばない").arg(title), name + u"_none"_s);
    head->addWidget(all);
    head->addWidget(none);
    m_boxes->setContentsMargins(4, 0, 0, 0);
    m_boxes->setSpacing(3);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_body);
    connect(all, &QToolButton::clicked, this, [this] { checkAll(true); });
    connect(none, &QToolButton::clicked, this, [this] { checkAll(false); });
    connect(m_fold, &QToolButton::clicked, this, [this] {
        setFolded(!m_folded);
        emit foldedChanged(m_folded);
    });
    showFold();
    showTitle();
}

QToolButton *FilterGroup::addSmallButton(const QString &text, const QString &accessibleName,
                                         const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setText(text);
    button->setAccessibleName(accessibleName);
    button->setToolTip(accessibleName);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void FilterGroup::addHeading(const QString &title)
{
    auto *label = new QLabel(title, m_body);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(0, m_boxes->isEmpty() ? 0 : 5, 0, 0);
    setTone(*label, Tone::Quiet);
    m_boxes->addWidget(label);
}

void FilterGroup::addChoice(int value, const QString &word, const QString &explanation)
{
    auto *box = new QCheckBox(word, m_body);
    box->setObjectName(u"%1_%2"_s.arg(m_name).arg(value));
    box->setToolTip(explanation);
    box->setWhatsThis(explanation);
    box->setAccessibleDescription(explanation);
    m_boxes->addWidget(box);
    m_choices.append({value, word, box});
    connect(box, &QCheckBox::toggled, this, [this] {
        showTitle();
        emit checkedChanged();
    });
}

QList<int> FilterGroup::checkedValues() const
{
    QList<int> values;
    for (const Choice &choice : m_choices) {
        if (choice.box->isChecked()) {
            values.append(choice.value);
        }
    }
    return values;
}

void FilterGroup::setCheckedValues(const QList<int> &values)
{
    for (const Choice &choice : std::as_const(m_choices)) {
        const QSignalBlocker quiet(choice.box);
        choice.box->setChecked(values.contains(choice.value));
    }
    showTitle();
}

void FilterGroup::checkAll(bool checked)
{
    QList<int> values;
    for (const Choice &choice : std::as_const(m_choices)) {
        if (checked) {
            values.append(choice.value);
        }
    }
    if (values != checkedValues()) {
        setCheckedValues(values);
        emit checkedChanged();
    }
}

void FilterGroup::setCount(int value, qint64 count)
{
    for (const Choice &choice : std::as_const(m_choices)) {
        if (choice.value == value) {
            choice.box->setText(u"%1(%2)"_s.arg(choice.word, Formats::count(count)));
        }
    }
}

void FilterGroup::setFolded(bool folded)
{
    m_folded = folded;
    showFold();
    showTitle();
}

void FilterGroup::showFold()
{
    m_body->setVisible(!m_folded);
    m_fold->setArrowType(m_folded ? Qt::RightArrow : Qt::DownArrow);
}

/// What is ticked can be told with the group folded too.
void FilterGroup::showTitle()
{
    const qsizetype checked = checkedValues().size();
    m_fold->setText(checked == 0 ? m_title : tr("%1（%2）").arg(m_title).arg(checked));
    m_fold->setAccessibleName(m_folded ? tr("%1を開く").arg(m_fold->text())
                                       : tr("%1を折りたたむ").arg(m_fold->text()));
}

} // namespace kessai
