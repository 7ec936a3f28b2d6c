#include "ui/orders/ticklistdialog.h"

#include "ui/models/whendone.h"
#include "ui/orders/orderentries.h"
#include "ui/text/formats.h"
#include "ui/widgets/helpplace.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/stylesheet.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <functional>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// A clipboard may hold any amount of text; laying it out would stop the window.
class BoundedEdit : public QPlainTextEdit
{
public:
    BoundedEdit(std::function<void()> refused, QWidget *parent)
        : QPlainTextEdit(parent), m_refused(std::move(refused))
    {
    }

protected:
    void insertFromMimeData(const QMimeData *source) override
    {
        if (source->text().size() > orderentries::TextMaximum) {
            m_refused();
        } else {
            QPlainTextEdit::insertFromMimeData(source);
        }
    }

private:
    std::function<void()> m_refused;
};

} // namespace

TickListDialog::TickListDialog(OrderSource &source, QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_text(new BoundedEdit([this] { tellTooLong(); }, this))
    , m_progress(new ProgressLine(this))
    , m_result(new Paragraph({}, this))
    , m_unknown(new QPlainTextEdit(this))
    , m_copy(addButton(tr("見つからないものをコピー"), u"copyUnknown"_s))
    , m_file(addButton(tr("ファイルを選ぶ…"), u"chooseListFile"_s))
    , m_close(addButton(tr("閉じる"), u"closeTickList"_s))
    , m_choose(addButton(tr("選択に加える"), u"tickListed"_s))
{
    setObjectName(u"tickListDialog"_s);
    setHelpPage(*this, helppage::Bulk);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("注文番号の一覧から選択"));
    m_text->setObjectName(u"tickListText"_s);
    m_text->setAccessibleName(tr("注文番号か決済オーダーIDの一覧"));
    m_text->setPlaceholderText(tr("1001\n1002\n1003-30111944"));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_result->setObjectName(u"tickListResult"_s);
    m_unknown->setObjectName(u"unknownEntries"_s);
    m_unknown->setAccessibleName(tr("見つからなかったもの"));
    m_unknown->setReadOnly(true);
    m_unknown->setTabChangesFocus(true);
    m_choose->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_file);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_choose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    column->addWidget(new Paragraph(tr("注文番号か決済オーダーIDを、1行に1つずつ貼り付けてください。カンマや"
                                       "タブで区切っても構いません。"),
                                    this));
    column->addWidget(m_text, 2);
    column->addWidget(m_progress);
    column->addWidget(m_result);
    column->addWidget(m_unknown, 1);
    column->addLayout(buttons);
    for (QWidget *later : {static_cast<QWidget *>(m_result), static_cast<QWidget *>(m_unknown),
                           static_cast<QWidget *>(m_copy)}) {
        later->hide();
    }
    m_choose->setEnabled(false);
    connect(m_text, &QPlainTextEdit::textChanged, this,
            [this] { m_choose->setEnabled(!m_text->document()->isEmpty()); });
    connect(m_file, &QPushButton::clicked, this, &TickListDialog::chooseFile);
    connect(m_choose, &QPushButton::clicked, this, &TickListDialog::lookUp);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_unknown->toPlainText()); });
    resize(fontMetrics().height() * 32, fontMetrics().height() * 26);
}

QPushButton *TickListDialog::addButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void TickListDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("一覧のファイルを選ぶ"), {},
                                   tr("テキストとCSV (*.txt *.csv *.tsv);;すべてのファイル (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"tickListFileDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TickListDialog::takeFile);
    dialog->open();
}

void TickListDialog::takeFile(const QString &path)
{
    const auto text = orderentries::readFile(path);
    if (text) {
        m_text->setPlainText(*text);
        m_choose->setFocus();
    } else {
        tell(text.error(), true);
    }
}

void TickListDialog::lookUp()
{
    const QString text = m_text->toPlainText();
    if (text.size() > orderentries::TextMaximum) {
        tellTooLong();
        return;
    }
    const QStringList entries = orderentries::of(text);
    if (entries.isEmpty()) {
        tell(tr("注文番号も決済オーダーIDも書かれていません。"), true);
        return;
    }
    m_choose->setEnabled(false);
    m_progress->setActive(true);
    const auto done = [this](const StorageResult<OrderLookup> &answer) { take(answer); };
    const auto dropped = [this] {
        m_progress->setActive(false);
        m_choose->setEnabled(true);
    };
    whenDone(m_source.lookUp(entries), this, done, dropped);
}

void TickListDialog::take(const StorageResult<OrderLookup> &answer)
{
    m_progress->setActive(false);
    m_choose->setEnabled(true);
    if (!answer) {
        tell(tr("一覧を調べられませんでした。%1").arg(answer.error().message), true);
        return;
    }
    if (!answer->found.isEmpty()) {
        emit chosen(answer->found);
    }
    if (answer->unknownCount == 0) {
        accept();
        return;
    }
    const QString found = tr("%1件を選択に加えました。").arg(Formats::count(answer->found.size()));
    QString unknown = tr("見つからないものが%1件あります。").arg(Formats::count(answer->unknownCount));
    if (answer->unknownCount > answer->unknown.size()) {
        unknown += tr("はじめの%1件を表示しています。").arg(Formats::count(answer->unknown.size()));
    }
    tell(Formats::sentences({found, unknown}), false);
    m_unknown->setPlainText(answer->unknown.join(u'\n'));
    m_unknown->show();
    m_copy->show();
}

void TickListDialog::tellTooLong()
{
    tell(tr("一覧が長すぎます。1,000,000文字までにしてください。"), true);
}

void TickListDialog::tell(const QString &text, bool alarming)
{
    m_result->setSentences(text);
    setTone(*m_result, alarming ? Tone::Alarm : Tone::Plain);
    m_result->show();
    m_unknown->hide();
    m_copy->hide();
}

} // namespace kessai
