#pragma once

#include "core/domain/orderedit.h"
#include "core/domain/orderfields.h"
#include "core/services/editevent.h"
#include "core/services/shopcontext.h"
#include "core/storage/editmarks.h"
#include "core/storage/staffnotes.h"

namespace kessai {

class Settings;

/// What became of 登録.
struct SaveAnswer
{
    enum class Outcome {
        Saved,
        Unchanged, ///< it is stored like this already
        Conflict,  ///< nothing is written: others changed the same fields; see `conflicts`
        Refused,   ///< nothing is written: see `problems`
    };
    /// The newest change that somebody else stored.
    struct Change
    {
        QDateTime at;
        QString kind; ///< EDIT, STATUS, IMPORT …
        QString operatorName;
        QString seat;
    };

    Outcome outcome = Outcome::Unchanged;
    Order stored; ///< the order as the database has it now, with its row version; Refused: as it was opened
    QList<FieldDifference> changed;   ///< Saved: by us
    QList<FieldDifference> byOthers;  ///< what others stored since it was opened; never overwritten unasked
    std::optional<Change> lastChange; ///< where byOthers is not empty
    QList<FieldConflict> conflicts;
    QList<EditProblem> problems;
};

/// Changes orders as staff edit them (S69–S80). Never touches a payment; the difference to it shows at once.
class OrderEditing
{
public:
    explicit OrderEditing(ShopContext &context) : m_context(context) {}

    /// 登録: stores what differs between `opened` and `edited`, tidied(). If the order moved meanwhile, what
    /// only one side changed is put together and told in byOthers; a field that both changed is a Conflict:
    /// the person chooses field by field, and
    /// `save(answer.stored, resolvedEdits(opened, answer.stored, edited, takeOurs), …)` stores it, unless it
    /// moved once more.
    ///
    /// Lines and totals go together; お支払い合計 is what `edited` says. Writes an event EDIT with before and
    /// after, takes our 編集中 off, tells orderChanged.
    StorageResult<SaveAnswer> save(const Order &opened, const Order &edited, const QString &operatorName);

    /// 取込と相違 and ショップ未反映, by a person's choice for each of the fields (names of
    /// importfields::all()): the shop's value is taken over, or ours stays and is no longer 取込と相違. Told
    /// as by save(); Refused does not occur.
    StorageResult<SaveAnswer> settleImport(const Order &opened, const QStringList &takeShops,
                                           const QStringList &keepOurs, const QString &operatorName);

    /// 引き継ぎ. A sentence where the text cannot be kept (empty, too long, control characters).
    StorageResult<QString> addNote(OrderId order, const QString &text, const QString &operatorName);

    /// 編集中: called at the first change in a window. Another's mark comes back and stays, unless
    /// `takeOver`, which is logged (TAKEOVER).
    StorageResult<std::optional<EditMark>> beginEditing(OrderId order, const QString &operatorName,
                                                        bool takeOver = false);
    /// The window is closed or its changes are given up.
    StorageResult<Nothing> endEditing(OrderId order);

private:
    StorageResult<SaveAnswer> told(StorageResult<SaveAnswer> answer);
    StorageResult<SaveAnswer> saveOnce(const Order &opened, const Order &edited, const QString &operatorName);
    StorageResult<SaveAnswer> settleOnce(const Order &opened, const QStringList &takeShops,
                                         const QStringList &keepOurs, const QString &operatorName);
    StorageResult<Order> withShopValues(const Order &stored, const QStringList &fields);
    StorageResult<Nothing> write(SaveAnswer &answer, const Order &before, const Order &after,
                                 const QStringList &keptOurs, const QString &operatorName);
    StorageResult<std::optional<EditMark>> beginOnce(OrderId order, const QString &operatorName,
                                                     bool takeOver);
    StorageResult<Nothing> logTakeOver(OrderId order, const EditMark &from, const QString &operatorName);

    ShopContext &m_context;
};

/// What the settings say: rounding, and the point rate.
LineDefaults lineDefaultsOf(const Settings &settings);

} // namespace kessai
