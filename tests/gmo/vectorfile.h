#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace kessai::testing {

/// One recorded exchange of tests/data/vectors.
struct VectorFile
{
    QString name;
    std::optional<QList<std::pair<QString, QString>>>
        requestFields; ///< nothing: the recording kept no request
    QByteArray requestBody;
    QString requestEncoding;
    QByteArray responseBody;
    QList<std::pair<QString, QString>> expectedFields;
    QList<std::pair<QString, QString>> expectedErrors;
};

/// All vectors in order of name.
QList<VectorFile> allVectors();

/// What was answered in the vector of this name; "" when there is none.
QByteArray recordedAnswer(const QString &name);

} // namespace kessai::testing
