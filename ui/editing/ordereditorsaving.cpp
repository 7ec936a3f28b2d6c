// 登録 of an order's edit: what is wrong with it, what is stored, what others stored meanwhile, and what both
// changed.
#include "core/services/shop.h"
#include "ui/editing/conflictdialog.h"
#include "ui/editing/customerform.h"
#include "ui/editing/itemtablemodel.h"
#include "ui/editing/ordereditor.h"
#include "ui/models/whendone.h"
#include "ui/text/formats.h"
#include "ui/widgets/banner.h"

#include <QTableView>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString whoChanged(const SaveAnswer &answer)
{
    if (!answer.lastChange) {
        return OrderEditor::tr("開いたあとに、ほかの人がこの注文を変更しました。");
    }
    return OrderEditor::tr("開いたあとの%1に、%2さんがこの注文を変更しました。")
        .arg(Formats::minute(answer.lastChange->at), answer.lastChange->operatorName);
}

QString savedWords(const SaveAnswer &answer)
{
    if (answer.outcome == SaveAnswer::Outcome::Unchanged) {
        return OrderEditor::tr("変更はありませんでした。");
    }
    if (answer.byOthers.isEmpty()) {
        return OrderEditor::tr("登録しました。");
    }
    QStringList fields;
    for (const FieldDifference &difference : answer.byOthers) {
        fields.append(difference.label);
    }
    return OrderEditor::tr("登録しました。%1相手の変更（%2）も残っています。")
        .arg(whoChanged(answer), fields.join(OrderEditor::tr("・")));
}

} // namespace

StorageResult<EditStart> startEditing(Shop &shop, OrderId id)
{
    const auto mark = OrderEditing(shop.context()).beginEditing(id, shop.operatorName());
    if (!mark) {
        return failure(mark.error());
    }
    const auto order = shop.context().orders.byId(id);
    if (!order) {
        return failure(order.error());
    }
    EditStart start;
    start.order = *order;
    start.defaults = lineDefaultsOf(shop.settings());
    start.byOther = *mark;
    return start;
}

void OrderEditor::save()
{
    if (m_saving) {
        return;
    }
    if (!commitCell()) {
        emit notSaved();
        return;
    }
    if (!m_draft.problems().isEmpty()) {
        sayNotSaved(tr("まだ登録していません。示した箇所を直してください。"));
        showProblems();
        return;
    }
    send(m_draft.opened(), m_draft.tidiedOrder());
}

void OrderEditor::send(const Order &base, const Order &edited)
{
    m_saving = true;
    setEnabled(false); // nothing typed now would be part of it
    const auto work = [base, edited](Shop &shop) {
        return OrderEditing(shop.context()).save(base, edited, shop.operatorName());
    };
    const auto rest = [this] {
        m_saving = false;
        setEnabled(true);
    };
    whenDone(
        m_session.onEngine(work), this,
        [this, rest, base, edited](const StorageResult<SaveAnswer> &answer) {
            rest();
            if (answer) {
                onAnswer(base, edited, *answer);
            } else {
                sayNotSaved(tr("登録できませんでした。%1").arg(answer.error().message));
            }
        },
        [this, rest] {
            rest();
            sayNotSaved(
                tr("登録できませんでした。ショップが閉じられています。開き直してからもう一度登録してください"
                   "。"));
        });
}

void OrderEditor::onAnswer(const Order &base, const Order &edited, const SaveAnswer &answer)
{
    switch (answer.outcome) {
    case SaveAnswer::Outcome::Saved:
    case SaveAnswer::Outcome::Unchanged:
        emit saved(savedWords(answer));
        return;
    case SaveAnswer::Outcome::Conflict:
        askConflicts(base, edited, answer);
        return;
    case SaveAnswer::Outcome::Refused:
        QStringList sentences;
        for (const EditProblem &problem : answer.problems) {
            sentences.append(problem.sentence);
        }
        sayNotSaved(tr("まだ登録していません。%1").arg(sentences.join(QString())));
        return;
    }
}

/// The choice is an edit of what is stored now: whoever is faster again is asked about again.
void OrderEditor::askConflicts(const Order &base, const Order &edited, const SaveAnswer &answer)
{
    auto *dialog = new ConflictDialog(answer.conflicts, whoChanged(answer), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const Order stored = answer.stored;
    connect(dialog, &QDialog::accepted, this, [this, dialog, base, stored, edited] {
        send(stored, resolvedEdits(base, stored, edited, dialog->takeOurs()));
    });
    connect(dialog, &QDialog::rejected, this,
            [this] { sayNotSaved(tr("まだ登録していません。自分の変更は、この画面に残っています。")); });
    dialog->open();
}

bool OrderEditor::commitCell()
{
    auto *cell = m_table->findChild<QWidget *>(u"cellEditor"_s);
    if (!cell) {
        return true;
    }
    bool isTaken = true;
    const auto refusal =
        connect(m_lines, &ItemTableModel::refused, this, [&isTaken](const QString &) { isTaken = false; });
    QAbstractItemDelegate *delegate = m_table->itemDelegate();
    emit delegate->commitData(cell); // by losing the focus it would only do so in the window in front
    emit delegate->closeEditor(cell);
    disconnect(refusal);
    return isTaken;
}

void OrderEditor::showProblems()
{
    constexpr qsizetype MostShown = 5;
    QStringList sentences;
    for (const EditProblem &problem : m_draft.problems().first(qMin(MostShown, m_draft.problems().size()))) {
        const QString field = CustomerForm::labelOf(problem.place.spot);
        if (problem.place.part == EditPlace::Part::Line) {
            sentences.append(tr("明細 %1行目: %2").arg(problem.place.row + 1).arg(problem.sentence));
        } else if (!field.isEmpty()) {
            sentences.append(tr("%1: %2").arg(field, problem.sentence));
        } else {
            sentences.append(problem.sentence);
        }
    }
    m_problems->setText(sentences.join(u'\n'));
    m_problems->setVisible(!sentences.isEmpty());
}

void OrderEditor::say(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->show();
}

void OrderEditor::sayNotSaved(const QString &sentence)
{
    say(sentence);
    emit notSaved();
}

} // namespace kessai
