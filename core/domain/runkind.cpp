#include "core/domain/runkind.h"

#include "core/domain/codetable.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<CodeEntry<RunKind>, 2> Moneyless = {{
    {RunKind::Refresh, "REFRESH"_L1},
    {RunKind::Status, "STATUS"_L1},
}};

} // namespace

QString codeOf(RunKind kind)
{
    const auto operation = operationOf(kind);
    return operation ? codeOf(*operation) : codeIn(Moneyless, kind);
}

std::optional<RunKind> runKindFromCode(const QString &code)
{
    const auto operation = operationKindFromCode(code);
    return operation ? std::optional(runKindOf(*operation)) : valueIn(Moneyless, code);
}

QString commandOf(RunKind kind)
{
    const auto operation = operationOf(kind);
    return operation ? commandOf(*operation) : codeOf(kind).toLower();
}

std::optional<OperationKind> operationOf(RunKind kind)
{
    switch (kind) {
    case RunKind::Capture:
        return OperationKind::Capture;
    case RunKind::Cancel:
        return OperationKind::Cancel;
    case RunKind::Change:
        return OperationKind::Change;
    case RunKind::Reauthorize:
        return OperationKind::Reauthorize;
    case RunKind::Refresh:
    case RunKind::Status:
        break;
    }
    return std::nullopt;
}

RunKind runKindOf(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Cancel:
        return RunKind::Cancel;
    case OperationKind::Change:
        return RunKind::Change;
    case OperationKind::Reauthorize:
        return RunKind::Reauthorize;
    case OperationKind::Capture:
        break;
    }
    return RunKind::Capture;
}

} // namespace kessai
