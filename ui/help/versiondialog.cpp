#include "ui/help/versiondialog.h"

#include "ui/help/factsheet.h"
#include "ui/help/programfacts.h"
#include "ui/models/whendone.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

VersionDialog::VersionDialog(ShopSession &session, QWidget *parent)
    : GrowingDialog(parent), m_facts(new FactSheet(this))
{
    setObjectName(u"versionDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("バージョン情報"));
    auto *title = new QLabel(u"KessaiDesk"_s, this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    title->setFont(large);
    auto *copy = new QPushButton(tr("コピー"), this);
    copy->setObjectName(u"copyVersionButton"_s);
    copy->setAutoDefault(false);
    auto *close = new QPushButton(tr("閉じる"), this);
    close->setObjectName(u"closeVersionButton"_s);
    close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    column->addWidget(title);
    column->addWidget(m_facts);
    column->addStretch(1);
    column->addLayout(buttons);
    setMinimumWidth(fontMetrics().height() * 34);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(ProgramWords::program() + u'\n' + m_facts->text());
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    showProgram();
    m_facts->setFact(u"dataFolderFact"_s, tr("データフォルダ"), session.dataFolder());
    whenDone(programFacts(session), this,
             [this, &session](const ProgramFacts &facts) { showShop(session, facts); });
}

void VersionDialog::showProgram()
{
    m_facts->setFact(u"versionFact"_s, tr("バージョン"), ProgramWords::program());
    m_facts->setFact(u"buildFact"_s, tr("ビルド"), ProgramWords::build());
    m_facts->setFact(u"interfaceFact"_s, tr("GMOインターフェース"), ProgramWords::gatewayInterface());
    m_facts->setFact(u"errorTableFact"_s, tr("エラーコード表"), ProgramWords::errorTable());
}

void VersionDialog::showShop(const ShopSession &session, const ProgramFacts &facts)
{
    m_facts->setFact(u"environmentFact"_s, tr("接続プロファイル"),
                     tr("%1（%2）").arg(ProgramWords::of(session.environment()), facts.gatewayHost));
    m_facts->setFact(u"shopFact"_s, tr("ショップID"), facts.shopId);
    m_facts->setFact(u"databaseFact"_s, tr("データベース"),
                     facts.sharedDatabase ? u"PostgreSQL"_s : tr("内蔵（SQLite）"));
}

} // namespace kessai
