#include "ui/today/watchline.h"

#include "ui/text/formats.h"
#include "ui/widgets/stylesheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace kessai {

using namespace Qt::StringLiterals;

WatchLine::WatchLine(ShopSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_text(new QLabel(this)), m_button(new QPushButton(this))
{
    m_text->setObjectName(u"watchText"_s);
    m_text->setTextFormat(Qt::PlainText);
    setTone(*m_text, Tone::Quiet);
    m_button->setObjectName(u"watchButton"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    row->addWidget(m_button);
    m_button->setAutoDefault(true); // Enter, too
    connect(m_button, &QPushButton::clicked, this, [this] { setPaused(!m_paused); });
    connect(&session, &ShopSession::watchedReadsLeft, this, [this](int count, int seconds) {
        m_count = count;
        m_seconds = seconds;
        showLeft();
    });
    showLeft();
}

/// For as long as the shop is open: the next start watches again.
void WatchLine::setPaused(bool paused)
{
    m_paused = paused;
    m_session.onEngine([paused](Shop &shop) {
        shop.watching().setPaused(paused);
        return paused;
    });
    showLeft();
}

void WatchLine::showLeft()
{
    const QString count = Formats::count(m_count);
    if (m_paused) {
        m_text->setText(tr("入金や結果を待つ決済の自動確認を止めています"));
    } else if (m_seconds < 60) {
        m_text->setText(tr("入金や結果を待つ決済を確認しています：あと%1件（1分以内）").arg(count));
    } else {
        m_text->setText(
            tr("入金や結果を待つ決済を確認しています：あと%1件（約%n分）", nullptr, (m_seconds + 59) / 60)
                .arg(count));
    }
    m_button->setText(m_paused ? tr("再開する") : tr("止める"));
    m_button->setAccessibleName(m_paused ? tr("決済の自動確認を再開する") : tr("決済の自動確認を止める"));
    setVisible(m_paused || m_count > 0);
}

} // namespace kessai
