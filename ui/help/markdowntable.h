#pragma once

#include <QList>
#include <QStringList>

namespace kessai {

/// A table of plain texts in Markdown, with an empty line before it. Nothing in a cell is read as Markdown.
QString markdownTable(const QStringList &headings, const QList<QStringList> &rows);

} // namespace kessai
