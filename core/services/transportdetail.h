#pragma once

#include <QString>

namespace kessai {

/// What the gateway's client noted of an answer that was none (ExchangeRecord::detail, English and kept so in
/// the evidence), as a sentence for staff to stand behind a label; one that is not known stays as it is.
QString transportDetailText(const QString &detail);

} // namespace kessai
