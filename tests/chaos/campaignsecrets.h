#pragma once

#include "tests/cli/shopfixture.h"

namespace kessai {

class Database;

/// Files of the data folder, and tables of a database that is elsewhere, in which a secret was found.
QStringList placesOfSecrets(const ShopFixture &shop, Database &database);

} // namespace kessai
