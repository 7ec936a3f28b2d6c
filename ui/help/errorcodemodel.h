#pragma once

#include "ui/help/errorcodes.h"

#include <QAbstractTableModel>

namespace kessai {

/// The error codes in which all words of a search stand; one that is typed in full is always there.
class ErrorCodeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Code, Meaning, Kind, Effect, Count };

    explicit ErrorCodeModel(QObject *parent = nullptr);

    void setSearch(const QString &typed);
    /// How many there are without a search.
    [[nodiscard]] qsizetype allCount() const { return m_all.size(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ErrorCode> m_all;
    QList<ErrorCode> m_shown;
};

} // namespace kessai
