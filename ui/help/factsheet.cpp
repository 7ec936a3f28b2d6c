#include "ui/help/factsheet.h"

#include "ui/widgets/stylesheet.h"

#include <QGridLayout>
#include <QLabel>

namespace kessai {

using namespace Qt::StringLiterals;

// No QFormLayout: it gives a value of several lines less than it takes.
FactSheet::FactSheet(QWidget *parent) : QWidget(parent), m_lines(new QGridLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setHorizontalSpacing(16);
    m_lines->setVerticalSpacing(8);
    m_lines->setColumnStretch(1, 1);
}

void FactSheet::setFact(const QString &name, const QString &caption, const QString &value)
{
    const auto named = [&name](const Fact &fact) { return fact.value->objectName() == name; };
    auto fact = std::find_if(m_facts.begin(), m_facts.end(), named);
    if (fact == m_facts.end()) {
        fact = m_facts.insert(fact, addFact(name, caption));
    }
    fact->value->setText(value);
    fact->caption->setVisible(!value.isEmpty());
    fact->value->setVisible(!value.isEmpty());
}

FactSheet::Fact FactSheet::addFact(const QString &name, const QString &caption)
{
    const Fact fact{new QLabel(caption, this), new QLabel(this)};
    fact.caption->setTextFormat(Qt::PlainText);
    setTone(*fact.caption, Tone::Quiet);
    fact.value->setObjectName(name);
    fact.value->setAccessibleName(caption);
    fact.value->setTextFormat(Qt::PlainText);
    fact.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    fact.value->setWordWrap(true);
    const int row = int(m_facts.size());
    m_lines->addWidget(fact.caption, row, 0, Qt::AlignTop);
    m_lines->addWidget(fact.value, row, 1);
    return fact;
}

QString FactSheet::text() const
{
    QStringList lines;
    for (const Fact &fact : m_facts) {
        if (!fact.value->text().isEmpty()) {
            lines.append(fact.caption->text() + u": "_s + fact.value->text());
        }
    }
    return lines.join(u'\n');
}

} // namespace kessai
