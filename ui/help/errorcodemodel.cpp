#include "ui/help/errorcodemodel.h"

#include "core/base/textfold.h"
#include "ui/widgets/rowdetails.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

ErrorCodeModel::ErrorCodeModel(QObject *parent)
    : QAbstractTableModel(parent), m_all(errorCodes()), m_shown(m_all)
{
}

void ErrorCodeModel::setSearch(const QString &typed)
{
    QStringList words;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        words.append(foldForSearch(word));
    }
    beginResetModel();
    m_shown.clear();
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(m_shown), [&words](const ErrorCode &line) {
        return std::all_of(words.begin(), words.end(),
                           [&line](const QString &word) { return line.folded.contains(word); });
    });
    if (m_shown.isEmpty() && isLikeErrorCode(typed)) {
        m_shown.append(errorCodeOf(typed.trimmed().toUpper()));
    }
    endResetModel();
}

int ErrorCodeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ErrorCodeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant ErrorCodeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ErrorCode &line = m_shown.at(index.row());
    if (role == DetailsRole) {
        return QStringList{line.code + u": "_s + line.meaning, line.effect, line.advice}.join(u'\n');
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(index.column())) {
    case Column::Code:
        return line.code;
    case Column::Meaning:
        return line.meaning;
    case Column::Kind:
        return line.kind;
    case Column::Effect:
        return line.effect;
    case Column::Count:
        break;
    }
    return {};
}

QVariant ErrorCodeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case Column::Code:
        return tr("コード");
    case Column::Meaning:
        return tr("意味");
    case Column::Kind:
        return tr("種類");
    case Column::Effect:
        return tr("このアプリの扱い");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace kessai
