#include "tests/gmo/vectorfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai::testing {
namespace {

QList<std::pair<QString, QString>> pairsOf(const QJsonValue &list)
{
    QList<std::pair<QString, QString>> pairs;
    for (const auto &pair : list.toArray()) {
        pairs.append({pair[0].toString(), pair[1].toString()});
    }
    return pairs;
}

VectorFile vectorFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qUtf8Printable(path));
    }
    const QJsonObject vector = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject request = vector["request"_L1].toObject();
    VectorFile read;
    read.name = vector["name"_L1].toString();
    if (request["params"_L1].isArray()) {
        read.requestFields = pairsOf(request["params"_L1]);
    }
    read.requestBody = request["body_raw"_L1].toString().toLatin1();
    read.requestEncoding = request["encoding"_L1].toString();
    read.responseBody = QByteArray::fromBase64(vector["response"_L1]["body_base64"_L1].toString().toLatin1());
    read.expectedFields = pairsOf(vector["expect"_L1]["fields"_L1]);
    read.expectedErrors = pairsOf(vector["expect"_L1]["errors"_L1]);
    return read;
}

} // namespace

QList<VectorFile> allVectors()
{
    const QDir folder(QStringLiteral(KESSAI_TEST_DATA) + u"/vectors"_s);
    QList<VectorFile> vectors;
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        vectors.append(vectorFrom(folder.filePath(name)));
    }
    return vectors;
}

QByteArray recordedAnswer(const QString &name)
{
    const QList<VectorFile> vectors = allVectors();
    const auto found = std::find_if(vectors.begin(), vectors.end(),
                                    [&name](const VectorFile &vector) { return vector.name == name; });
    return found == vectors.end() ? QByteArray() : found->responseBody;
}

} // namespace kessai::testing
