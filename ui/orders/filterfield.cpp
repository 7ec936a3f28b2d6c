#include "ui/orders/filterfield.h"

#include "ui/orders/dayedit.h"
#include "ui/orders/filterentries.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

FilterField::FilterField(Kind kind, const QString &caption, const QString &name, Check check, QWidget *parent)
    : QWidget(parent), m_check(std::move(check)), m_caption(caption), m_problem(new Paragraph({}, this))
{
    auto *label = new QLabel(caption, this);
    label->setTextFormat(Qt::PlainText);
    setTone(*label, Tone::Quiet);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    const bool beside = kind == Kind::Amounts; // it stands among buttons
    if (beside) {
        label->setContentsMargins(0, 0, 4, 0);
        row->addWidget(label);
    }
    if (kind == Kind::Text) {
        label->setBuddy(addLine(kind, name, caption, *row));
    } else {
        label->setBuddy(addLine(kind, name + u"From"_s, tr("%1のはじめ").arg(caption), *row));
        row->addWidget(new QLabel(tr("〜"), this));
        addLine(kind, name + u"To"_s, tr("%1の終わり").arg(caption), *row);
    }
    m_problem->setObjectName(name + u"Problem"_s);
    setTone(*m_problem, Tone::Alarm);
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    if (!beside) {
        column->addWidget(label);
    }
    column->addLayout(row);
    column->addWidget(m_problem);
    column->addStretch();
}

QLineEdit *FilterField::addLine(Kind kind, const QString &name, const QString &accessibleName,
                                QHBoxLayout &row)
{
    QLineEdit *line = nullptr;
    if (kind == Kind::Days || kind == Kind::DaysAndTimes) {
        line = new DayEdit(kind == Kind::DaysAndTimes, this);
    } else {
        line = new QLineEdit(this);
        line->setMaxLength(filterentries::TextMaximum);
    }
    if (kind == Kind::Amounts) {
        line->setAlignment(Qt::AlignRight);
        line->setFixedWidth(fontMetrics().horizontalAdvance(u"999,999,999"_s) + 16);
    }
    line->setObjectName(name);
    line->setAccessibleName(accessibleName);
    row.addWidget(line);
    m_lines.append(line);
    connect(line, &QLineEdit::textChanged, this, [this] {
        if (m_problem->isVisibleTo(this)) {
            tellProblem(); // gone as soon as it is mended
        }
        emit changed();
    });
    connect(line, &QLineEdit::editingFinished, this, &FilterField::tellProblem);
    connect(line, &QLineEdit::returnPressed, this, &FilterField::entered);
    return line;
}

QStringList FilterField::texts() const
{
    QStringList texts;
    for (const QLineEdit *line : m_lines) {
        texts.append(line->text().trimmed());
    }
    return texts;
}

QString FilterField::text(int line) const
{
    return m_lines.at(line)->text().trimmed();
}

void FilterField::setText(const QString &text, int line)
{
    if (this->text(line) != text) { // else the cursor would jump, and a space that is just typed be gone
        m_lines.at(line)->setText(text);
    }
}

void FilterField::explain(const QString &explanation)
{
    for (QLineEdit *line : std::as_const(m_lines)) {
        line->setToolTip(explanation);
        line->setWhatsThis(explanation);
    }
}

void FilterField::tellProblem()
{
    const Problem problem = m_check(texts());
    m_problem->setSentences(problem.sentence);
    m_problem->setVisible(!problem.sentence.isEmpty());
    for (int line = 0; line < m_lines.size(); ++line) {
        m_lines.at(line)->setAccessibleDescription(line == problem.line ? problem.sentence : QString());
    }
}

void FilterField::focusProblem()
{
    QLineEdit *line = m_lines.at(m_check(texts()).line);
    line->setFocus(Qt::OtherFocusReason);
    line->selectAll();
}

void FilterField::focusFirst()
{
    m_lines.first()->setFocus(Qt::ShortcutFocusReason);
}

} // namespace kessai
