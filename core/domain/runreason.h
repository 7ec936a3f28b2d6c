#pragma once

#include <QDateTime>
#include <QString>

namespace kessai {

/// Why a bulk run stands still, or that a person ended it (column bulk_run.reason). It is kept as a code with
/// what belongs to it, and becomes a sentence where it is shown: each in the language of its reader.
struct RunReason
{
    enum class Code {
        None,
        Sentence,        ///< `text` as it is: kept by a version that stored sentences
        PausedBy,        ///< 一時停止 by the person `text`
        StoppedBy,       ///< 中止 by the person `text`, at `at`
        Closed,          ///< the program was told to end
        OwnerGone,       ///< the program that worked on it is gone
        Breaker,         ///< `count` in a row without a usable answer; of these `unsent` were never sent
        ShopRefused,     ///< GMO refused shop, password or contract
        StoreFailed,     ///< the database said `text`
        AnswersUnstored, ///< answers wait in memory for the database
        DiskFull,        ///< the sentence `text` says how full
    };
    Code code = Code::None;
    QString text{};
    int count = 0;
    int unsent = 0;
    QDateTime at{};

    /// As the column keeps it; "" for None.
    [[nodiscard]] QString stored() const;
    /// Whatever nobody of this version has stored is a sentence.
    static RunReason fromStored(const QString &stored);
    /// In a sentence for staff, in the language of the program; "" for None.
    /// @param over the run has come to its end: nothing is left to go on with
    [[nodiscard]] QString inWords(bool over = false) const;
};

} // namespace kessai
