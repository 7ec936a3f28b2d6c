#include "ui/models/whendone.h"
#include "ui/runs/runwords.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"
#include "ui/work/mainwindow.h"

#include <QPushButton>
#include <QStatusBar>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype NamedMaximum = 5;

} // namespace

void MainWindow::addBanners(QVBoxLayout &column)
{
    const auto add = [&column](Meaning meaning, const QString &objectName) {
        auto *banner = new Banner(meaning);
        banner->setObjectName(objectName);
        banner->hide();
        column.addWidget(banner);
        return banner;
    };
    m_damage = add(Meaning::NeedsPerson, u"damageBanner"_s);
    m_trouble = add(Meaning::NeedsPerson, u"troubleBanner"_s);
    m_news = add(Meaning::Doubt, u"newsBanner"_s);
    m_clock = add(Meaning::Doubt, u"clockBanner"_s);
    m_unread = add(Meaning::Doubt, u"unreadBanner"_s);
    m_unknownCode = add(Meaning::Doubt, u"unknownCodeBanner"_s);
    m_warning = add(Meaning::NeedsPerson, u"warningBanner"_s);
    m_unfinished = add(Meaning::NeedsWork, u"unfinishedBanner"_s);
    m_dueSoon = add(Meaning::NeedsWork, u"dueSoonBanner"_s);
    for (Banner *banner : {m_news, m_clock, m_unread, m_unknownCode, m_warning, m_unfinished, m_dueSoon}) {
        banner->setClosable(true);
    }
    m_resumeWaiting = m_unfinished->addButton({}, u"resumeWaitingRun"_s, [this] {
        showRun(m_waitingRun);
        m_desk.resume(m_waitingRun);
    });
    m_unfinished->addButton(tr("一括処理を表示する"), u"showWaitingRun"_s, [this] { showRun(m_waitingRun); });
    const auto showFrom = [this](OrderView::Kind kind) {
        m_dueSoon->hide();
        showView(kind);
    };
    m_showDueSoon = m_dueSoon->addButton(tr("期限の近い受注を表示する"), u"showDueSoon"_s,
                                         [showFrom] { showFrom(OrderView::Kind::DueSoon); });
    m_showLapsed = m_dueSoon->addButton(tr("期限を過ぎた受注を表示する"), u"showLapsed"_s,
                                        [showFrom] { showFrom(OrderView::Kind::Lapsed); });
    m_closing = add(Meaning::Motion, u"closingBanner"_s);
    m_closing->addButton(tr("今すぐ終了"), u"forcedQuitButton"_s, [this] { emit forcedQuit(); });
}

void MainWindow::connectBanners()
{
    connect(&m_session, &ShopSession::adopted, this, &MainWindow::showAdopted);
    connect(&m_session, &ShopSession::gatewayFailed, this, [this](const QString &message) {
        m_trouble->setText(message);
        m_trouble->show();
        connect(&m_session, &ShopSession::gatewayAnswered, m_trouble, &QWidget::hide,
                Qt::SingleShotConnection);
    });
    connect(&m_session, &ShopSession::storeFailing, this, [this](const QString &reason) {
        m_trouble->setText(
            tr("GMOの回答をまだ保存できていません。アプリを終了しないでください。%1").arg(reason));
        m_trouble->show();
    });
    connect(&m_session, &ShopSession::storeRecovered, m_trouble, &QWidget::hide);
    for (const auto damage : {&ShopSession::chainsBroken, &ShopSession::corruptionFound}) {
        connect(&m_session, damage, this, [this](const QString &words) {
            m_damage->setText(words);
            m_damage->show(); // stays: it does not go away by itself
        });
    }
    connect(&m_session, &ShopSession::unknownCodeSeen, this, &MainWindow::showUnknownCode);
    connect(&m_session, &ShopSession::backupFailed, this, [this](const QString &message) {
        statusBar()->showMessage(tr("今日のバックアップを作れませんでした。%1").arg(message));
    });
    connect(&m_session, &ShopSession::openRequestsChanged, this, [this](int count) {
        m_closing->setText(tr("終了しています。GMOの回答を待っています（残り%n件）。", nullptr, count));
        m_closing->setVisible(count > 0);
    });
    connect(&m_session, &ShopSession::clockDiffers, this, [this](qint64 seconds) {
        m_clock->setText(tr("このパソコンの時計がGMOの時計と約%n分ずれています。時計を合わせてください。",
                            nullptr, int(qAbs(seconds) / 60)));
        m_clock->setVisible(seconds != 0);
    });
}

/// A bulk run may bring the same code hundreds of times: who has put the banner away has read it.
void MainWindow::showUnknownCode(const QString &code)
{
    if (m_unknownCodes.contains(code)) {
        return;
    }
    m_unknownCodes.append(code);
    m_unknownCode->setText(
        tr("GMOから新しいエラーコード %1 が返りました。このコードの結果は、GMOの状態を読み取って確かめます。"
           "コードをサポートにお知らせください。")
            .arg(m_unknownCodes.join(tr("、"))));
    m_unknownCode->show();
}

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
        QStringList withdrawn;
        for (const auto &[number, kind] : orders) {
            withdrawn.append(tr("注文 %1 の%2").arg(number, Words::of(kind)));
        }
        showNews(found, withdrawn);
    };
    whenDone(m_session.onEngine(named), this, show, [show] { show({}); });
}

void MainWindow::showNews(const Settler::Adopted &found, const QStringList &withdrawn)
{
    QStringList sentences{found.fromOtherSeat
                              ? tr("ほかの席の KessaiDesk が終了したため、その操作を引き継ぎました。")
                          : found.interrupted ? tr("前回は途中で終了しました。")
                                              : tr("前回の操作を引き継ぎました。")};
    if (found.inDoubt > 0) {
        sentences.append(
            tr("結果のわからない操作が%n件あります。GMOに確認しています。もう一度操作する必要はありません。",
               nullptr, found.inDoubt));
    }
    if (found.replanned > 0) {
        sentences.append(tr("送信前だった操作が%n件あります。", nullptr, found.replanned));
    }
    const int unnamed = int(found.withdrawn.size() - withdrawn.size());
    if (withdrawn.isEmpty() && unnamed > 0) {
        sentences.append(tr("始める前だった操作を%n件取りやめました。", nullptr, unnamed));
    } else if (unnamed > 0) {
        sentences.append(tr("始める前だった操作を取りやめました（%1、ほか%n件）。", nullptr, unnamed)
                             .arg(withdrawn.join(tr("、"))));
    } else if (!withdrawn.isEmpty()) {
        sentences.append(tr("始める前だった操作を取りやめました（%1）。").arg(withdrawn.join(tr("、"))));
    }
    if (!found.withdrawn.isEmpty()) {
        sentences.append(tr("GMOには何も送信していません。必要なら、もう一度操作してください。"));
    }
    if (found.pausedRuns > 0) {
        sentences.append(tr("一括処理が%n件一時停止しています。", nullptr, found.pausedRuns));
    }
    m_news->setText(Formats::sentences(sentences));
    m_news->show();
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
    m_unfinished->setText(
        waiting.size() == 1
            ? tr("途中の一括処理があります（%1）。再開するまで、残り%2件についてはGMOに何も送信しません。")
                  .arg(brief, open)
            : tr("途中の一括処理が%1件あります（最初は%"
                 "2）。再開するまで、残りについてはGMOに何も送信しません。")
                  .arg(Formats::count(waiting.size()), brief));
    m_resumeWaiting->setText(tr("%1の残り%2件を再開する").arg(RunWords::nameOf(first.run.kind), open));
    m_waitingRun = first.run.id;
    m_unfinished->show();
}

/// Once, after opening. What is over is another matter than what is near: it cannot be captured any more.
void MainWindow::showDueSoon()
{
    const qint64 soon = m_counts.counts().captureDueSoon;
    const qint64 lapsed = m_counts.counts().captureLapsed;
    if (!m_counts.known() || !std::exchange(m_tellsDueSoon, false) || soon + lapsed == 0) {
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
    m_dueSoon->show();
}

} // namespace kessai
