#pragma once

#include "core/base/ids.h"
#include "core/domain/runkind.h"

class QWidget;

namespace kessai {

class ShopSession;

/// 書き出し… of a bulk run's report: asks for the kind of file and its name, then writes all items of the
/// run, ordered as they were asked for, in the background with a progress box. Answers at once; what happened
/// is told by the dialog itself.
void exportRun(QWidget *parent, ShopSession &session, const RunId &run, RunKind kind);

/// 印刷… of a bulk run's report: reads it in the background, then shows the print preview. Answers at once.
void printRun(QWidget *parent, ShopSession &session, const RunId &run, RunKind kind);

} // namespace kessai
