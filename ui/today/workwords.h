#pragma once

#include "core/storage/todayswork.h"
#include "ui/models/badge.h"

#include <QCoreApplication>

namespace kessai {

/// What the cards of 今日の仕事 say.
class WorkWords
{
    Q_DECLARE_TR_FUNCTIONS(WorkWords)

public:
    static QString titleOf(WorkKind kind);
    /// One sentence: what these orders are and what to do with them.
    static QString sentenceOf(WorkKind kind);
    /// How urgent it is, as shape, word and colour.
    static Badge urgencyOf(WorkKind kind);
};

} // namespace kessai
