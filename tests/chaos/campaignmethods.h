#pragma once

#include <QStringList>

/// The shop's names of the methods that are no card, by their kind.
namespace kessai::campaign {

using namespace Qt::StringLiterals;

inline const QStringList Cash{u"コンビニ決済"_s, u"Pay-easy決済(銀行ATM)"_s, u"Pay-easy決済(ネットバンク)"_s};
inline const QStringList Carriers{u"auかんたん決済"_s, u"ドコモケータイ払い"_s,
                                  u"ソフトバンクまとめて支払い"_s};
inline const QString Wallet = u"楽天ペイ"_s;

} // namespace kessai::campaign
