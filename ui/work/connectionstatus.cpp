#include "ui/work/connectionstatus.h"

#include "core/services/gatewaytime.h"
#include "ui/models/whendone.h"
#include "ui/text/formats.h"
#include "ui/widgets/badgepainting.h"
#include "ui/widgets/colours.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkPx = 14;

QPixmap markPixmap(Meaning meaning, const QWidget &on)
{
    const qreal ratio = on.devicePixelRatioF();
    QPixmap pixmap(QSize(MarkPx, MarkPx) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintMark(painter, QRectF(0, 0, MarkPx, MarkPx), meaning, colourOf(meaning, on.palette()),
              on.palette().color(QPalette::Window));
    return pixmap;
}

} // namespace

ConnectionStatus::ConnectionStatus(ShopSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_firstReads(new QLabel(this))
    , m_mark(new QLabel(this))
    , m_connection(new QLabel(this))
    , m_inDoubt(new QToolButton(this))
    , m_operator(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(m_firstReads);
    row->addWidget(m_mark);
    row->addWidget(m_connection);
    row->addSpacing(16);
    row->addWidget(m_inDoubt);
    row->addSpacing(16);
    row->addWidget(m_operator);
    m_firstReads->setObjectName(u"firstReadsLabel"_s);
    m_firstReads->setContentsMargins(0, 0, 16, 0);
    m_firstReads->hide();
    m_connection->setObjectName(u"connectionLabel"_s);
    m_connection->setText(tr("GMO: まだ通信していません"));
    m_mark->setPixmap(markPixmap(Meaning::Closed, *this));
    for (QToolButton *button : {m_inDoubt, m_operator}) {
        button->setAutoRaise(true);
        button->setProperty("plainMenu", true);
    }
    m_inDoubt->setObjectName(u"inDoubtButton"_s);
    m_inDoubt->setToolTip(
        tr("GMOの回答がなく、結果を確認している操作の数です。クリックすると一覧を表示します。"));
    m_operator->setObjectName(u"operatorButton"_s);
    setInDoubt(0);
    setOperators({}, session.operatorName());
    connect(m_inDoubt, &QToolButton::clicked, this, &ConnectionStatus::inDoubtClicked);
    connect(&session, &ShopSession::opened, this, &ConnectionStatus::onOpened);
    connect(&session, &ShopSession::firstReadsLeft, this, &ConnectionStatus::showFirstReads);
    connect(&session, &ShopSession::gatewayAnswered, this, &ConnectionStatus::showAnswered);
    connect(&session, &ShopSession::gatewayUnreachable, this,
            [this](const QString &reason) { showProblem(tr("GMO: 応答がありません"), reason); });
    connect(&session, &ShopSession::gatewayFailed, this,
            [this](const QString &reason) { showProblem(tr("GMO: 接続できません"), reason); });
}

/// Until the gateway answers here: when it last did, to the command line, at another seat or yesterday.
void ConnectionStatus::onOpened()
{
    const auto read = [](Database &database) {
        MetaStore meta(database);
        return keptLastAnswer(meta);
    };
    whenDone(m_session.onReader({}, read), this, [this](const std::optional<QDateTime> &at) {
        if (at && !m_heard) {
            showEarlierAnswer(*at);
        }
    });
}

void ConnectionStatus::showEarlierAnswer(const QDateTime &at)
{
    m_connection->setText(tr("GMO: 最後の応答 %1").arg(Formats::minute(at)));
    m_connection->setToolTip(
        tr("店舗を開いてからは、まだGMOと通信していません。GMOが前に応答した日時です。"));
    m_connection->setAccessibleDescription(m_connection->toolTip());
}

void ConnectionStatus::showAnswered(const QDateTime &at)
{
    m_heard = true;
    m_mark->setPixmap(markPixmap(Meaning::Good, *this));
    m_connection->setText(tr("GMO: 接続OK %1").arg(Formats::timeOfDay(at)));
    m_connection->setToolTip(tr("GMOが最後に応答した時刻です。"));
    m_connection->setAccessibleDescription(m_connection->toolTip());
}

/// After an import each linked payment is read once, which may take its time.
void ConnectionStatus::showFirstReads(int left)
{
    m_firstReads->setText(tr("GMOの状態を確認しています（あと%1件）").arg(Formats::count(left)));
    m_firstReads->setAccessibleName(m_firstReads->text());
    m_firstReads->setVisible(left > 0);
}

void ConnectionStatus::showProblem(const QString &text, const QString &reason)
{
    m_heard = true;
    m_mark->setPixmap(markPixmap(Meaning::NeedsPerson, *this));
    m_connection->setText(text);
    m_connection->setToolTip(Formats::plainTooltip(reason));
    m_connection->setAccessibleDescription(reason);
}

void ConnectionStatus::setInDoubt(qint64 count)
{
    m_inDoubt->setText(tr("結果確認中 %1").arg(Formats::count(count)));
    m_inDoubt->setAccessibleName(m_inDoubt->text());
    m_inDoubt->setEnabled(count > 0);
}

void ConnectionStatus::setOperators(const QStringList &names, const QString &current)
{
    m_operator->setVisible(!current.isEmpty());
    m_operator->setText(tr("担当: %1").arg(current));
    m_operator->setAccessibleName(m_operator->text());
    if (names.isEmpty()) {
        m_operator->setEnabled(false);
        return;
    }
    m_operator->setEnabled(true);
    auto *menu = new QMenu(m_operator);
    for (const QString &name : names) {
        menu->addAction(name, this, [this, names, name] {
            setOperators(names, name);
            emit operatorChosen(name);
        });
    }
    if (QMenu *before = m_operator->menu()) {
        before->deleteLater();
    }
    m_operator->setMenu(menu);
    m_operator->setText(m_operator->text() + u" ▾"_s);
    m_operator->setPopupMode(QToolButton::InstantPopup);
}

} // namespace kessai
