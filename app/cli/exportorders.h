#pragma once

#include "app/cli/exporttables.h"
#include "core/services/shopcontext.h"

namespace kessai::cli {

/// The columns that `export orders` can have.
enum class OrderFileColumns {
    List,     ///< 受注一覧 (S21–S42), one row per order
    Eccube4,  ///< EC-CUBE 4's 受注CSV, one line per item
    Shipping, ///< what EC-CUBE 4's 出荷CSV登録 takes, one line per parcel that is shipped
};

/// As --columns says; the error is a sentence that names what there is.
Result<OrderFileColumns, QString> orderFileColumnsOf(const CommandLine &line);

/// The orders under the conditions of `orders`.
Result<std::unique_ptr<ExportTable>, CommandResult> exportOrders(const CommandLine &line,
                                                                 ShopContext &context);

} // namespace kessai::cli
