// MainWindow: what is left of a takeover, which runs wait, what is due.
#include "ui/models/whendone.h"
#include "ui/orders/orderlistpage.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/banner.h"
#include "ui/work/mainwindow.h"

#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype NamedMaximum = 5;

} // namespace

void MainWindow::showAdopted(const Settler::Adopted &found)
{
    // Whose orders they are is read first; without an answer the banner has their number only.
    const auto named = [operations = found.withdrawn.mid(0, NamedMaximum)](Shop &shop) {
        QList<std::pair<QString, OperationKind>> orders;
        for (const Operation &operation : operations) {
            const auto payment = shop.context().payments.byId(operation.paymentId);
            if (!payment) {
                continue;
            }
            const auto order = shop.context().orders.byId(payment->orderId);
            if (order) {
                orders.append({order->orderNumber, operation.kind});
            }
        }
        return orders;
    };
    const auto show = [this, found](const QList<std::pair<QString, OperationKind>> &orders) {
        News news{found, {}, found.inDoubt, found.pausedRuns};
        for (const auto &[number, kind] : orders) {
            news.withdrawn.append(tr("注文 %1 の%2").arg(number, Words::of(kind)));
        }
        m_told = news;
        showNews();
        m_counts.refresh(); // what was counted before the takeover is not what is left of it
    };
    whenDone(m_session.onEngine(named), this, show, [show] { show({}); });
}

/// In step with what is left of it. That what was in doubt is settled is said too: somebody may have been
/// told to wait for it.
void MainWindow::showNews()
{
    if (!m_told) {
        return;
    }
    const Settler::Adopted &found = m_told->found;
    const bool open = m_told->inDoubt + m_told->pausedRuns > 0 || !found.withdrawn.isEmpty();
    const bool replannedOnly = found.replanned > 0 && found.pausedRuns == 0;
    m_news->setMeaning(open || replannedOnly ? Meaning::Doubt : Meaning::Good);
    m_news->setText(Formats::sentences(newsSentences()));
    m_news->setVisible(open || replannedOnly || found.inDoubt > 0);
}

QStringList MainWindow::newsSentences() const
{
    const Settler::Adopted &found = m_told->found;
    QStringList sentences{found.fromOtherSeat
                              ? tr("ほかの席の KessaiDesk が終了したため、その操作を引き継ぎました。")
                          : found.interrupted ? tr("前回は途中で終了しました。")
                                              : tr("前回の操作を引き継ぎました。")};
    if (m_told->inDoubt > 0) {
        sentences.append(
            tr("結果のわからない操作が%n件あります。GMOに確認しています。もう一度操作する必要はありません。",
               nullptr, int(m_told->inDoubt)));
    } else if (found.inDoubt > 0) {
        sentences.append(tr("結果のわからなかった操作は、すべて確認が終わりました。"));
    }
    if (found.replanned > 0 && (m_told->pausedRuns > 0 || found.pausedRuns == 0)) {
        sentences.append(tr("送信前だった操作が%n件あります。", nullptr, found.replanned));
    }
    sentences.append(withdrawnSentences());
    if (m_told->pausedRuns > 0) {
        sentences.append(tr("一括処理が%n件一時停止しています。", nullptr, int(m_told->pausedRuns)));
    }
    return sentences;
}

QStringList MainWindow::withdrawnSentences() const
{
    QStringList sentences;
    const QStringList &withdrawn = m_told->withdrawn;
    const int unnamed = int(m_told->found.withdrawn.size() - withdrawn.size());
    if (withdrawn.isEmpty() && unnamed > 0) {
        sentences.append(tr("始める前だった操作を%n件取りやめました。", nullptr, unnamed));
    } else if (unnamed > 0) {
        sentences.append(tr("始める前だった操作を取りやめました（%1、ほか%n件）。", nullptr, unnamed)
                             .arg(withdrawn.join(tr("、"))));
    } else if (!withdrawn.isEmpty()) {
        sentences.append(tr("始める前だった操作を取りやめました（%1）。").arg(withdrawn.join(tr("、"))));
    }
    if (!m_told->found.withdrawn.isEmpty()) {
        sentences.append(tr("GMOには何も送信していません。必要なら、もう一度操作してください。"));
    }
    return sentences;
}

/// What is left of a takeover: never more than it found, whatever else came since.
void MainWindow::followNews()
{
    if (!m_told) {
        return;
    }
    const QList<RunProgress> runs = m_desk.unfinished();
    const auto paused = std::count_if(runs.begin(), runs.end(), [](const RunProgress &run) {
        return run.run.state == RunStore::State::Paused;
    });
    m_told->inDoubt = std::min<qint64>(m_told->found.inDoubt, m_counts.counts().counts.inDoubt);
    m_told->pausedRuns = std::min<qint64>(m_told->found.pausedRuns, paused);
    showNews();
}

/// Runs that this program did not leave running: they wait for a person, and never go on by themselves.
void MainWindow::showUnfinishedRuns()
{
    QList<RunProgress> waiting = m_desk.unfinished();
    waiting.removeIf([](const RunProgress &run) { return run.run.state != RunStore::State::Paused; });
    if (waiting.isEmpty()) {
        m_unfinished->hide();
        m_offersRuns = m_offersRuns && !m_desk.unfinished().isEmpty();
        return;
    }
    if (!m_offersRuns) {
        return;
    }
    const RunProgress &first = waiting.first();
    const QString open = Formats::count(first.open());
    const QString brief = RunWords::brief(first);
    const bool money = std::any_of(waiting.begin(), waiting.end(),
                                   [](const RunProgress &run) { return run.run.movesMoney(); });
    if (waiting.size() == 1) {
        m_unfinished->setText(
            money ? tr("途中の一括処理があります（%1）。再開するまで、残り%"
                       "2件についてはGMOに何も送信しません。")
                        .arg(brief, open)
                  : tr("途中の一括処理があります（%1）。再開するまで、残り%2件はそのままです。")
                        .arg(brief, open));
    } else {
        m_unfinished->setText(
            money ? tr("途中の一括処理が%1件あります（最初は%"
                       "2）。再開するまで、残りについてはGMOに何も送信しません。")
                        .arg(Formats::count(waiting.size()), brief)
                  : tr("途中の一括処理が%1件あります（最初は%2）。再開するまで、残りはそのままです。")
                        .arg(Formats::count(waiting.size()), brief));
    }
    m_resumeWaiting->setText(tr("%1の残り%2件を再開する").arg(RunWords::nameOf(first.run), open));
    m_waitingRun = first.run.id;
    m_unfinished->show();
}

/// In step with the numbers of the side bar until it is put away, and again on another day. What is over is
/// another matter than what is near: it cannot be captured any more.
void MainWindow::showDueSoon()
{
    if (!m_counts.known() || m_dueSoonPutAwayOn == m_session.today()) {
        return;
    }
    const qint64 soon = m_counts.counts().captureDueSoon;
    const qint64 lapsed = m_counts.counts().captureLapsed;
    if (soon + lapsed == 0) {
        m_dueSoon->hide();
        return;
    }
    QStringList sentences;
    if (soon > 0) {
        sentences.append(
            tr("%1件の売上期限が%n日以内です。", nullptr, CaptureDueSoonDays).arg(Formats::count(soon)));
    }
    if (lapsed > 0) {
        sentences.append(
            tr("%1件は売上期限を過ぎたため、もう売上を確定できません。").arg(Formats::count(lapsed)));
    }
    m_dueSoon->setText(Formats::sentences(sentences));
    m_showDueSoon->setVisible(soon > 0);
    m_showLapsed->setVisible(lapsed > 0);
    m_dueSoon->setVisible(!m_today || m_pages->currentWidget() != m_today); // whose cards say the same
}

/// What is due, and what of it lies near, moves with the gateway's day; so does the first answer of a session
/// where this machine's clock is wrong.
void MainWindow::judgeDay()
{
    const QDate today = m_session.today();
    if (m_orderList && std::exchange(m_day, today) != today) {
        m_counts.refresh();
        m_numbers.refresh();
        m_saved.refresh();
        m_orderList->followDay();
        m_paymentList->followDay();
    }
}

} // namespace kessai
