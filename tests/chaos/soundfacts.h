#pragma once

#include "tests/chaos/campaignfacts.h"

namespace kessai {

using namespace Qt::StringLiterals;

/// When every operation of them was.
inline const QDateTime ArmedAt(QDate(2026, 11, 29), QTime(3, 0), Qt::UTC);

/// That took effect.
inline simulator::LedgerEntry request(qint64 sequence, const QString &jobCd, qint64 yen)
{
    simulator::LedgerEntry entry;
    entry.sequence = sequence;
    entry.call = u"AlterTran"_s;
    entry.jobCd = jobCd;
    entry.machineTime = ArmedAt.addMSecs(20);
    entry.effect = QJsonObject{{u"amount"_s, yen}, {u"tax"_s, 0}, {u"processDate"_s, u"20201203133000"_s}};
    return entry;
}

/// A run that captured two payments and left a third as it was; one was cancelled afterwards.
inline CampaignFacts soundFacts()
{
    CampaignFacts facts;
    const RunId run{u"run"_s};
    facts.operations = {
        {{u"one"_s},
         u"1"_s,
         OperationKind::Capture,
         OperationState::Done,
         Proof::Answer,
         run,
         Yen{100},
         ArmedAt,
         {request(1, u"SALES"_s, 100)}},
        {{u"two"_s},
         u"2"_s,
         OperationKind::Capture,
         OperationState::Done,
         Proof::Read,
         run,
         Yen{250},
         ArmedAt,
         {request(2, u"SALES"_s, 250)}},
        {{u"three"_s},
         u"3"_s,
         OperationKind::Capture,
         OperationState::Refused,
         Proof::Read,
         run,
         Yen{70},
         ArmedAt,
         {}},
        {{u"four"_s},
         u"2"_s,
         OperationKind::Cancel,
         OperationState::Done,
         Proof::Both,
         std::nullopt,
         Yen{250},
         ArmedAt,
         {request(3, u"VOID"_s, 250)}},
    };
    facts.payments = {{u"1"_s, false, false, u"SALES 100"_s, u"SALES 100"_s},
                      {u"2"_s, false, false, u"VOID 250"_s, u"VOID 250"_s},
                      {u"3"_s, false, false, u"AUTH 70"_s, u"AUTH 70"_s}};
    facts.reports = {{run,
                      OperationKind::Capture,
                      u"finished"_s,
                      3,
                      {{u"total"_s, 3}, {u"done"_s, 2}, {u"refused"_s, 1}},
                      {2, 350},
                      {2, 350}}};
    facts.days = {{u"20201203"_s, OperationKind::Capture, u"SALES"_s, {2, 350}},
                  {u"20201203"_s, OperationKind::Cancel, u"VOID"_s, {1, 250}}};
    facts.settleMs = 3500;
    return facts;
}

} // namespace kessai
