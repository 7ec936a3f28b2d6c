#include "ui/orders/listfilterpanel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QWhatsThis>

#include <chrono>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ListFilterPanel::ListFilterPanel(QWidget *parent) : QWidget(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(200ms);
    connect(&m_pause, &QTimer::timeout, this, &ListFilterPanel::changedByPause);
    auto *search = new QShortcut(this); // from every condition; Enter alone does it in the search box only
    search->setKeys({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    search->setContext(Qt::WidgetWithChildrenShortcut);
    connect(search, &QShortcut::activated, this, &ListFilterPanel::changedNow);
}

QHBoxLayout *ListFilterPanel::makeSearchRow(const QString &prefix, const QString &placeholder)
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(prefix + u"searchBox"_s);
    m_search->setPlaceholderText(placeholder);
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("検索する語"));
    m_search->setToolTip(searchHelp());
    m_search->setWhatsThis(searchHelp());
    auto *button = new QPushButton(tr("検索"), this);
    button->setObjectName(prefix + u"searchButton"_s);
    button->setAccessibleName(tr("検索"));
    button->setProperty("primary", true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(button);
    // Text still being composed by an input method is not in textChanged, so kanji conversion is left in
    // peace.
    connect(m_search, &QLineEdit::textChanged, this, &ListFilterPanel::changedSoon);
    connect(m_search, &QLineEdit::returnPressed, this, &ListFilterPanel::changedNow);
    connect(button, &QPushButton::clicked, this, &ListFilterPanel::changedNow);
    auto *down = new QShortcut(Qt::Key_Down, m_search, nullptr, nullptr, Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, this, &ListFilterPanel::wentDown);
    return row;
}

QToolButton *ListFilterPanel::makeHelpButton(const QString &name, const QString &subject, const QString &help)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setText(u"?"_s);
    button->setAccessibleName(tr("%1の説明").arg(subject));
    button->setAccessibleDescription(help);
    button->setToolTip(help);
    button->setWhatsThis(help);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, button, [button] {
        QWhatsThis::showText(button->mapToGlobal(QPoint(0, button->height())), button->whatsThis(), button);
    });
    return button;
}

QString ListFilterPanel::searchHelp()
{
    return tr("注文番号、お名前、カナ、会社名、メールアドレス、電話番号の一部で探します。"
              "全角と半角、ひらがなとカタカナ、空白やハイフンの違いは区別しません。");
}

QString ListFilterPanel::searchText() const
{
    return m_search->text();
}

void ListFilterPanel::setSearchText(const QString &text)
{
    if (m_search->text() != text) {
        m_search->setText(text); // not blocked: the clear button listens to the same signal
    }
}

void ListFilterPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ListFilterPanel::changedNow()
{
    m_pause.stop();
    if (fits()) {
        emit filterChanged(filter());
    } else {
        tellProblems();
    }
}

/// Somebody may still be typing: what does not fit yet is not told.
void ListFilterPanel::changedByPause()
{
    if (fits()) {
        emit filterChanged(filter());
    }
}

} // namespace kessai
