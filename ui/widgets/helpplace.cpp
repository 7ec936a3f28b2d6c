#include "ui/widgets/helpplace.h"

#include <QVariant>
#include <QWidget>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr auto PageProperty = "helpPage";

} // namespace

void setHelpPage(QWidget &place, const QString &page)
{
    place.setProperty(PageProperty, page);
}

QString helpPageOf(const QWidget *place, const QWidget *before)
{
    for (const QWidget *at = place; at && at != before; at = at->parentWidget()) {
        const QString set = at->property(PageProperty).toString();
        const QString page = set.isEmpty() ? helpPagesByName().value(at->objectName()) : set;
        if (!page.isEmpty()) {
            return page;
        }
    }
    return {};
}

const QHash<QString, QString> &helpPagesByName()
{
    static const QHash<QString, QString> pages{
        // 受注一覧 and 決済状況一覧
        {u"orderListPage"_s, helppage::Search},
        {u"orderTable"_s, u"search#rows"_s},
        {u"paymentListPage"_s, helppage::Payments},
        {u"paymentTable"_s, u"payments#columns"_s},
        {u"payments_filterPanel"_s, u"payments#conditions"_s},
        {u"bulkBar"_s, u"bulk#bar"_s},
        {u"payments_bulkBar"_s, u"bulk#bar"_s},
        {u"detailFilter"_s, u"search#detail"_s},
        {u"jumpDialog"_s, u"search#jump"_s},
        {u"saveSearchDialog"_s, u"search#saved"_s},
        {u"tickListDialog"_s, u"bulk#ticks"_s},
        // 一括処理
        {u"previewView"_s, u"bulk#preview"_s},
        {u"manyPreview"_s, u"bulk#preview"_s},
        {u"runView"_s, helppage::Run},
        {u"runStatus"_s, helppage::Run},
        // 受注情報
        {u"orderWindow"_s, helppage::Order},
        {u"captureButton"_s, u"capture"_s},
        {u"captureOldAmountButton"_s, u"capture"_s},
        {u"cancelButton"_s, u"cancel"_s},
        {u"changeAmountButton"_s, u"change"_s},
        {u"orderEditor"_s, u"change#steps"_s},
        {u"conflictDialog"_s, u"change#steps"_s},
        {u"reauthorizeButton"_s, u"order#reauthorize"_s},
        {u"refreshButton"_s, u"order#refresh"_s},
        {u"logButton"_s, u"order#log"_s},
        {u"logView"_s, u"order#log"_s},
        {u"linkButton"_s, u"import#links"_s},
        {u"unlinkButton"_s, u"import#links"_s},
        {u"confirmDialog"_s, u"order#question"_s},
        {u"linkDialog"_s, u"import#links"_s},
        {u"reasonDialog"_s, u"check#resolve"_s},
        {u"statusDialog"_s, u"order#status"_s},
        {u"noteDialog"_s, helppage::Order},
        // the other pages and dialogs
        {u"todayPage"_s, helppage::Today},
        {u"historyPage"_s, helppage::History},
        {u"exportDialog"_s, u"history#export"_s},
        {u"deliveryNoteDialog"_s, helppage::Search},
        {u"notePrintDialog"_s, helppage::Search},
        {u"importPage"_s, helppage::Import},
        {u"operatorDialog"_s, u"settings#shop"_s},
        {u"settingsDialog"_s, helppage::Settings},
        {u"closingDatesPage"_s, u"settings#closing"_s},
        {u"assistantDialog"_s, helppage::Start},
        {u"keySheet"_s, helppage::Keys},
        {u"versionDialog"_s, u"support#version"_s},
        {u"contactDialog"_s, helppage::Support},
        {u"inquiryDialog"_s, u"support#inquiry"_s},
    };
    return pages;
}

} // namespace kessai
