#pragma once

#include "ui/history/exportedtable.h"

#include <functional>

namespace kessai {

/// What ExportDialog offers besides the kind of file: which rows, which columns …
struct ExportOffer
{
    struct Choice
    {
        QString objectName;
        QString label;
    };
    struct Group
    {
        QString caption;
        QList<Choice> choices;
    };
    /// The place of what is chosen in each group; at first 0.
    using Chosen = QList<int>;

    QString what; ///< is exported, in a sentence
    QList<Group> groups{};
    std::function<std::shared_ptr<ExportedTable>(const Chosen &chosen)> newTable;
    /// Proposed, without its ending.
    std::function<QString(const Chosen &chosen)> fileName;
    /// The kind of file that fits; none given: CSV in UTF-8.
    std::function<TableFormat(const Chosen &chosen)> format{};
};

} // namespace kessai
