#include "core/simulator/gatewaycalls.h"

#include "core/simulator/altercalls.h"
#include "core/simulator/aucalls.h"
#include "core/simulator/conveniencestorecalls.h"
#include "core/simulator/docomocalls.h"
#include "core/simulator/entrycalls.h"
#include "core/simulator/execcalls.h"
#include "core/simulator/multientrycalls.h"
#include "core/simulator/multisearchcall.h"
#include "core/simulator/payeasycalls.h"
#include "core/simulator/rakutenidcalls.h"
#include "core/simulator/softbankcalls.h"

#include <QHash>

namespace kessai::simulator::gatewaycalls {

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, GatewayCall> &table()
{
    static const QHash<QString, GatewayCall> calls{
        {u"EntryTran"_s, entryTran},
        {u"SearchTrade"_s, searchTrade},
        {u"ExecTran"_s, execTran},
        {u"SecureTran"_s, secureTran},
        {u"AlterTran"_s, alterTran},
        {u"ChangeTran"_s, changeTran},
        {u"SearchTradeMulti"_s, searchTradeMulti},
        {u"EntryTranCvs"_s, entryTranMulti<PayType::ConvenienceStore>},
        {u"ExecTranCvs"_s, execTranCvs},
        {u"CvsCancel"_s, cvsCancel},
        {u"EntryTranPayEasy"_s, entryTranMulti<PayType::PayEasy>},
        {u"ExecTranPayEasy"_s, execTranPayEasy},
        {u"PayEasyCancel"_s, payEasyCancel},
        {u"EntryTranAu"_s, entryTranMulti<PayType::Au>},
        {u"ExecTranAu"_s, execTranAu},
        {u"AuSales"_s, auSales},
        {u"AuCancelReturn"_s, auCancelReturn},
        {u"EntryTranDocomo"_s, entryTranMulti<PayType::Docomo>},
        {u"ExecTranDocomo"_s, execTranDocomo},
        {u"DocomoSales"_s, docomoSales},
        {u"DocomoCancelReturn"_s, docomoCancelReturn},
        {u"DocomoIncrease"_s, docomoIncrease},
        {u"EntryTranSb"_s, entryTranMulti<PayType::SoftBank>},
        {u"ExecTranSb"_s, execTranSb},
        {u"SbSales"_s, sbSales},
        {u"SbCancel"_s, sbCancel},
        {u"EntryTranRakutenId"_s, entryTranMulti<PayType::RakutenId>},
        {u"ExecTranRakutenId"_s, execTranRakutenId},
        {u"RakutenIdSales"_s, rakutenIdSales},
        {u"RakutenIdCancel"_s, rakutenIdCancel},
        {u"RakutenIdChange"_s, rakutenIdChange},
    };
    return calls;
}

} // namespace

bool knows(const QString &call)
{
    return table().contains(call);
}

bool isInquiry(const QString &call)
{
    return call == "SearchTrade"_L1 || call == "SearchTradeMulti"_L1;
}

CallOutcome run(const QString &call, const CallContext &context)
{
    return table().value(call)(context);
}

} // namespace kessai::simulator::gatewaycalls
