#pragma once

#include "core/storage/operationhistory.h"
#include "ui/models/badge.h"

#include <QCoreApplication>

namespace kessai {

/// Words of 処理の履歴 and of what is exported and printed from it.
class HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)

public:
    /// Short, for a column: 一括売上, 対応状況：入金済み.
    static QString kindOf(const RunStore::Run &run);
    static QString of(RunStore::State state);
    /// That a person ended it.
    static QString stopped();
    /// stopped() too.
    static QString of(const RunStore::Run &run);
    static Badge badgeOf(const RunStore::Run &run);
    /// The word that was sent, as staff and as the gateway call it: 返品（RETURN）; "" for none.
    static QString sentWord(const QString &jobCd);
    /// Why it ended so, with the meaning of the gateway's codes; "" where there is nothing to say.
    static QString reasonOf(EndReason reason, const QStringList &codes);
    /// What is filtered for, in one line: 期間：2020/12/01～2020/12/03　担当者：佐藤.
    static QString conditions(const HistoryFilter &filter);
};

} // namespace kessai
