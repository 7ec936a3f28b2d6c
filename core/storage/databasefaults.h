#pragma once

#ifdef KESSAI_TEST_SEAMS

#include <QtGlobal>

/// Makes one database call fail, for fault sweeps (style: fail the 1st, 2nd, 3rd … call until a run needs no
/// failure). Every run, begin and commit counts as one call. The environment variable
/// KESSAI_FAIL_DATABASE_CALL sets the same: `7`, or `7:after` for a commit that happens but whose answer is
/// lost.
namespace kessai::seams {

enum class CommitFault { Before, After };

/// The i-th call from now on fails, counted from 1; 0: none.
void failDatabaseCall(qint64 i, CommitFault commit = CommitFault::Before);
/// Calls since the last failDatabaseCall() or the start.
qint64 databaseCalls();

/// For Database alone: counts a call; true when it is to fail before it is done.
bool databaseCallFails(bool isCommit);
/// For Transaction alone: the call just counted was a commit whose answer is to be lost.
bool commitAnswerIsLost();

} // namespace kessai::seams

#endif
