#pragma once

#include <QString>
#include <QStringList>

namespace kessai {

/// The lines of a C++ source, without what the compiler does not see as code.
///
/// Comments and the contents of string literals become spaces; an include keeps its name. Line n of the file
/// is at index n - 1.
QStringList codeLines(const QString &source);

/// The name between the quotes or angle brackets of an include line, with the opening character; empty for
/// others.
QString includeOf(const QString &line);

} // namespace kessai
