#pragma once

#include "core/base/secret.h"
#include "core/services/shop.h"

#include <QMap>

namespace kessai {

/// What `kessai setup` and the assistant are given; what is not given stays as it is (design.md §8).
struct SetupRequest
{
    QString dataFolder;
    std::optional<QString> gatewayUrl;
    std::optional<QString> shopId;
    std::optional<Secret> shopPass;
    std::optional<QString> database;
    std::optional<QString> certificateAuthorityFile;
    std::optional<QString> secretsKind;          ///< keychain or file
    QList<std::pair<QString, QString>> settings; ///< --set KEY=VALUE in the order given
};

struct SetupOutcome
{
    QString notice; ///< a sentence for staff about what was done otherwise than they may expect; "" none
};

/// Checks everything first and only then writes; an error leaves all as it was. `ShopError::Kind::BadInput`
/// stands for wrong input (exit 2). Where no place for the password was asked for and the key chain cannot be
/// used, it goes into the file of design.md §7.
QCoro::Task<Result<SetupOutcome, ShopError>> setUpShop(SetupRequest request, Clock &clock);

} // namespace kessai
