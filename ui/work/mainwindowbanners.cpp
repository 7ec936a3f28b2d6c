#include "ui/help/inquirydialog.h"
#include "ui/widgets/banner.h"
#include "ui/work/mainwindow.h"

#include <QPushButton>
#include <QStatusBar>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

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
    m_unknownCode->addButton(tr("GMOに問い合わせる"), u"unknownCodeAskGateway"_s, [this] {
        const InquiryAbout about{OrderId(), {}, m_unknownCodes};
        askGateway(m_session, about, this);
    });
    m_resumeWaiting = m_unfinished->addButton({}, u"resumeWaitingRun"_s, [this] {
        showRun(m_waitingRun);
        m_desk.resume(m_waitingRun);
    });
    m_unfinished->addButton(tr("一括処理を表示する"), u"showWaitingRun"_s, [this] { showRun(m_waitingRun); });
    const auto showFrom = [this](OrderView::Kind kind) {
        m_dueSoon->hide();
        m_dueSoonPutAwayOn = m_session.today();
        showView(kind);
    };
    m_showDueSoon = m_dueSoon->addButton(tr("期限の近い受注を表示する"), u"showDueSoon"_s,
                                         [showFrom] { showFrom(OrderView::Kind::DueSoon); });
    m_showLapsed = m_dueSoon->addButton(tr("期限を過ぎた受注を表示する"), u"showLapsed"_s,
                                        [showFrom] { showFrom(OrderView::Kind::Lapsed); });
    connect(m_dueSoon, &Banner::closed, this, [this] { m_dueSoonPutAwayOn = m_session.today(); });
    connect(m_news, &Banner::closed, this, [this] { m_told.reset(); });
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

} // namespace kessai
