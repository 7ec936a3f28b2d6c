// BulkBar: what it says of what is ticked.
#include "ui/orders/bulkbar.h"
#include "ui/text/formats.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/paragraph.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace kessai {

using namespace Qt::StringLiterals;

QString BulkBar::wordOf(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Capture:
        return tr("一括売上");
    case OperationKind::Cancel:
        return tr("一括取消");
    case OperationKind::Reauthorize:
        return tr("一括再オーソリ");
    case OperationKind::Change:
        return {};
    }
    return {};
}

QString BulkBar::refreshWord()
{
    return tr("状態一括確認");
}

/// As much room as the largest numbers need: what stands beside a number stays where it is.
void BulkBar::keepPlaces()
{
    const QString count = u"888,888"_s;
    const QString widest = tr("%1件を選択中（うち表示外 %2件） %3").arg(count, count, u"¥888,888,888"_s);
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance(widest) + 2);
    const auto keep = [&count](QPushButton &button, const QString &word) {
        button.ensurePolished();
        const QFontMetrics metrics = button.fontMetrics();
        const int frame = button.sizeHint().width() - metrics.horizontalAdvance(button.text());
        button.setMinimumWidth(metrics.horizontalAdvance(tr("%1 %2件").arg(word, count)) + frame);
    };
    for (const Command &command : std::as_const(m_commands)) {
        keep(*command.button, wordOf(command.kind));
    }
    keep(*m_refresh, refreshWord());
}

void BulkBar::showEvent(QShowEvent *event)
{
    keepPlaces();
    QFrame::showEvent(event);
}

void BulkBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    const bool wider = event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    if (wider && m_refresh) {
        keepPlaces();
    }
}

void BulkBar::showTicks(const OrderTicks &ticks, const TickSummary &summary, bool known)
{
    if (known || ticks.isEmpty()) {
        m_isEmptied = !ticks.isEmpty() && summary.count == 0;
    }
    setVisible(!ticks.isEmpty() && !m_isEmptied);
    if (!known) { // the commands keep what they said: the preview reckons anew
        m_count->setText(ticks.everything ? tr("検索結果すべてを選択中")
                                          : tr("%1件を選択中").arg(Formats::count(ticks.ids.size())));
        return;
    }
    m_count->setText(
        summary.hidden > 0
            ? tr("%1件を選択中（うち表示外 %2件） %3")
                  .arg(Formats::count(summary.count), Formats::count(summary.hidden),
                       Formats::yen(summary.total))
            : tr("%1件を選択中 %2").arg(Formats::count(summary.count), Formats::yen(summary.total)));
    QStringList reasons;
    for (const Command &command : std::as_const(m_commands)) {
        showCommand(*command.button, wordOf(command.kind), summary.wouldRun.value(command.kind),
                    whyOff(command.kind), reasons);
    }
    showCommand(*m_refresh, refreshWord(), summary.readable, whyNothingToRead(), reasons);
    m_reasons->setSentences(Formats::sentences(reasons));
    m_reasons->setVisible(!reasons.isEmpty());
    m_lower->invalidate();
}

void BulkBar::showCommand(QPushButton &button, const QString &word, qint64 count, const QString &whyOff,
                          QStringList &reasons)
{
    button.setText(tr("%1 %2件").arg(word, Formats::count(count)));
    button.setEnabled(count > 0);
    button.setAccessibleDescription(count > 0 ? QString() : whyOff);
    if (count == 0) {
        reasons.append(whyOff);
    }
}

QString BulkBar::whatCommandsDo()
{
    return tr("内容を確認する画面を開きます。ここではまだ何も実行されません。");
}

QString BulkBar::whatRefreshDoes()
{
    return tr("選択した決済の状態をGMOに問い合わせて反映します。請求には影響しません。");
}

QString BulkBar::whatStatusDoes()
{
    return tr("対応状況だけを変更します。GMOの決済には影響しません。");
}

QString BulkBar::whyOff(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Capture:
        return tr("売上確定できる決済（仮売上済み）は選択されていません。");
    case OperationKind::Cancel:
        return tr("取消できる決済は選択されていません。");
    case OperationKind::Reauthorize:
        return tr("再オーソリできる決済（取消済みなど）は選択されていません。");
    case OperationKind::Change:
        return {};
    }
    return {};
}

QString BulkBar::whyNothingToRead()
{
    return tr("GMOに状態を確認できる決済は選択されていません。");
}

QString BulkBar::countText() const
{
    return m_count->text();
}

void BulkBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tintOf(Meaning::Accent, palette()));
    painter.fillRect(QRect(0, 0, width(), 1), hairline(palette()));
}

} // namespace kessai
