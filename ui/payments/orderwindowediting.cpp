// 受注情報の編集 in the window of an order: beginning, saving, and what is not saved yet.
#include "ui/editing/ordereditor.h"
#include "ui/models/whendone.h"
#include "ui/payments/orderdetails.h"
#include "ui/payments/orderwindow.h"
#include "ui/payments/paymentpanel.h"
#include "ui/widgets/banner.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace kessai {

using namespace Qt::StringLiterals;

void OrderWindow::startEditing()
{
    m_edit->setEnabled(false); // until the answer is there: one editor
    m_saved->hide();
    const auto work = [id = m_id](Shop &shop) { return kessai::startEditing(shop, id); };
    whenDone(
        m_commands.session().onEngine(work), this,
        [this](const StorageResult<EditStart> &start) {
            m_edit->setEnabled(true);
            if (start) {
                showEditor(*start);
            } else {
                showProblem(start.error().message);
            }
        },
        [this] { m_edit->setEnabled(true); });
}

/// The payment panel stays: what it says and does is about the order as it is stored.
void OrderWindow::showEditor(const EditStart &start)
{
    m_editor = new OrderEditor(m_commands.session(), start, m_scroll->widget());
    auto *inside = qobject_cast<QBoxLayout *>(m_scroll->widget()->layout());
    inside->insertWidget(0, m_editor);
    m_editor
        ->show(); // by itself it would be a turn of the event loop later: a key pressed until then is lost
    m_details->hide();
    m_edit->hide();
    connect(m_editor, &OrderEditor::changedStateChanged, this, &OrderWindow::showTitle);
    connect(m_editor, &OrderEditor::saved, this, &OrderWindow::onSaved);
    connect(m_editor, &OrderEditor::notSaved, this, [this] {
        m_afterSave = {};                           // what was to follow is not wanted without the changes
        m_scroll->verticalScrollBar()->setValue(0); // there it says why
    });
    connect(m_editor, &OrderEditor::leaveAsked, this, [this] { askUnsaved([] {}); });
    m_scroll->verticalScrollBar()->setValue(0);
}

void OrderWindow::onSaved(const QString &sentence)
{
    endEditing();
    m_saved->setText(sentence);
    m_saved->show();
    m_justSaved = true;
    load();
    if (const auto then = std::exchange(m_afterSave, {})) {
        then();
    }
}

void OrderWindow::endEditing()
{
    if (!m_editor) {
        return;
    }
    m_editor->hide();
    m_editor->deleteLater(); // it may be what has called
    m_editor = nullptr;
    m_details->show();
    m_edit->show();
    m_scroll->setFocus();
    showTitle();
    const auto work = [id = m_id](Shop &shop) { return OrderEditing(shop.context()).endEditing(id); };
    m_commands.session().onEngine(work);
}

void OrderWindow::askUnsaved(std::function<void()> then)
{
    if (findChild<QMessageBox *>(u"unsavedQuestion"_s) || (m_editor && !m_editor->commitCell())) {
        return; // it asks already, or says what is wrong with the cell
    }
    if (!m_editor || !m_editor->isChanged()) {
        endEditing();
        then();
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("保存していない変更"),
                                     tr("この注文には、まだ登録していない変更があります。登録しますか？"),
                                     QMessageBox::NoButton, this);
    question->setObjectName(u"unsavedQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    const auto add = [question](const QString &text, QMessageBox::ButtonRole role, const QString &name) {
        QPushButton *button = question->addButton(text, role);
        button->setObjectName(name);
        button->setAccessibleName(text);
        return button;
    };
    auto *save = add(tr("保存"), QMessageBox::AcceptRole, u"saveChangesButton"_s);
    auto *drop = add(tr("破棄"), QMessageBox::DestructiveRole, u"dropChangesButton"_s);
    auto *back = add(tr("戻る"), QMessageBox::RejectRole, u"backButton"_s);
    question->setDefaultButton(save);
    question->setEscapeButton(back);
    connect(save, &QPushButton::clicked, this, [this, then] {
        if (m_editor) {
            m_afterSave = then;
            m_editor->save();
        }
    });
    connect(drop, &QPushButton::clicked, this, [this, then] {
        endEditing();
        then();
    });
    question->open();
}

void OrderWindow::closeEvent(QCloseEvent *event)
{
    const bool isTaken = !m_editor || m_editor->commitCell();
    if (isTaken && (!m_editor || !m_editor->isChanged())) {
        endEditing();
        event->accept();
        return;
    }
    event->ignore();
    if (isTaken) {
        askUnsaved([this] { close(); });
    }
}

void OrderWindow::showTitle()
{
    const bool unsaved = m_editor && m_editor->isChanged();
    setWindowTitle(unsaved ? tr("● %1（未保存の変更あり）").arg(m_plainTitle) : m_plainTitle);
}

} // namespace kessai
