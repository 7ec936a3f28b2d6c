#include "ui/runs/partlegend.h"

#include "ui/runs/runbar.h"
#include "ui/text/formats.h"
#include "ui/widgets/flowlayout.h"

#include <QButtonGroup>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int SwatchPx = 12;
constexpr int AllId = 1000; ///< QButtonGroup gives -1 another meaning

} // namespace

PartLegend::PartLegend(const QString &prefix, QWidget *parent)
    : QWidget(parent), m_prefix(prefix), m_row(new FlowLayout(6, 4))
{
    setLayout(m_row);
}

void PartLegend::build(const QList<RunPart> &parts)
{
    delete m_buttons;
    qDeleteAll(findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly));
    m_keys.clear();
    m_chosen = -1;
    m_buttons = new QButtonGroup(this);
    m_buttons->setExclusive(true);
    const auto add = [this](int id, const QString &key) {
        auto *choice = new QToolButton(this);
        choice->setObjectName(u"%1_%2"_s.arg(m_prefix, key));
        choice->setCheckable(true);
        choice->setAutoRaise(true);
        choice->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        choice->setProperty("runPart", true);
        m_buttons->addButton(choice, id);
        m_row->addWidget(choice);
        choice->show();
    };
    add(AllId, u"all"_s);
    for (int part = 0; part < parts.size(); ++part) {
        add(part, parts.at(part).key);
        m_keys.append(parts.at(part).key);
    }
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) {
        m_chosen = id == AllId ? -1 : id;
        emit chosen(m_chosen);
    });
}

void PartLegend::setParts(const QList<RunPart> &parts)
{
    QStringList keys;
    for (const RunPart &part : parts) {
        keys.append(part.key);
    }
    if (!m_buttons || keys != m_keys) {
        build(parts);
    }
    qint64 all = 0;
    for (int part = 0; part < parts.size(); ++part) {
        const RunPart &shown = parts.at(part);
        all += shown.count;
        QAbstractButton *choice = m_buttons->button(part);
        choice->setIcon(runPartPixmap(shown, SwatchPx, *this));
        choice->setText(tr("%1 %2").arg(shown.word, Formats::count(shown.count)));
        choice->setAccessibleName(tr("%1 %2件を表示する").arg(shown.word, Formats::count(shown.count)));
    }
    QAbstractButton *everything = m_buttons->button(AllId);
    everything->setText(tr("すべて %1").arg(Formats::count(all)));
    everything->setAccessibleName(tr("すべて %1件を表示する").arg(Formats::count(all)));
    choose(m_chosen);
}

void PartLegend::choose(int part)
{
    m_chosen = part;
    m_buttons->button(part < 0 ? AllId : part)->setChecked(true);
}

} // namespace kessai
