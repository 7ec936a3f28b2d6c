#include "ui/help/helppages.h"

#include "core/base/textfold.h"
#include "ui/help/errorcodes.h"
#include "ui/help/markdowntable.h"
#include "ui/help/rulestable.h"
#include "ui/text/language.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

const QString RulesPage = u"rules"_s;

QStringList firstIds()
{
    return {helppage::Start, helppage::Today};
}

QStringList workIds()
{
    return {helppage::Order,   helppage::Run,    helppage::Check,    RulesPage,
            helppage::History, helppage::Import, helppage::Settings, helppage::Trouble};
}

/// `## 決済ログ {#log}`: the anchor is taken out of the text.
void takeAnchors(HelpPage &page)
{
    static const QRegularExpression heading(u"(?m)^(## .+) \\{#([a-z]+)\\}$"_s);
    auto found = heading.globalMatch(page.markdown);
    while (found.hasNext()) {
        page.anchors.append(found.next().captured(2));
    }
    page.markdown.replace(heading, u"\\1"_s);
}

/// All nineteen, in the words of their tooltips (S95–S108).
QString statusesTable()
{
    QList<QStringList> rows;
    for (const PaymentStatus status : allPaymentStatuses()) {
        rows.append({Words::of(status), Words::explanationOf(status)});
    }
    return markdownTable({Text::tr("決済状況"), Text::tr("意味")}, rows);
}

HelpPage pageOf(const QString &id)
{
    const QString language = Language::isEnglish() ? u"en"_s : u"ja"_s;
    QFile file(u":/kessai/help/%1/%2.md"_s.arg(language, id));
    HelpPage page{id, id, {}};
    if (file.open(QIODevice::ReadOnly)) {
        page.markdown = QString::fromUtf8(file.readAll());
        page.title = page.markdown.section(u'\n', 0, 0).mid(2); // "# "
    }
    takeAnchors(page);
    if (id == RulesPage) { // it has a place for the table of each method
        page.markdown =
            page.markdown.arg(rulesTable(PaymentMethod::Card), rulesTable(PaymentMethod::ConvenienceStore),
                              rulesTable(PaymentMethod::PayEasyAtm), rulesTable(PaymentMethod::Au),
                              rulesTable(PaymentMethod::Docomo), rulesTable(PaymentMethod::SoftBank),
                              rulesTable(PaymentMethod::Rakuten));
    }
    if (id == helppage::Payments) {
        page.markdown = page.markdown.arg(statusesTable());
    }
    page.folded = foldForSearch(page.markdown);
    return page;
}

HelpPage codesPage()
{
    HelpPage page = pageOf(helppage::Codes);
    for (const ErrorCode &code : errorCodes()) {
        page.folded += code.folded;
    }
    return page;
}

HelpPage keyPage(const QList<KeySheet::Group> &groups)
{
    HelpPage page{helppage::Keys, Text::tr("キー操作の一覧"), {}};
    page.markdown = u"# "_s + page.title;
    for (const KeySheet::Group &group : groups) {
        QList<QStringList> rows;
        for (const KeySheet::Key &key : group.keys) {
            rows.append({key.keys, key.meaning});
        }
        page.markdown +=
            u"\n\n## "_s + group.title + u'\n' + markdownTable({Text::tr("キー"), Text::tr("操作")}, rows);
    }
    page.folded = foldForSearch(page.markdown);
    return page;
}

QList<HelpPage> pagesOf(const QStringList &ids)
{
    QList<HelpPage> pages;
    for (const QString &id : ids) {
        pages.append(pageOf(id));
    }
    return pages;
}

} // namespace

bool HelpPage::contains(const QString &typed) const
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    const bool written = std::all_of(words.begin(), words.end(), [this](const QString &word) {
        return folded.contains(foldForSearch(word));
    });
    return written || (id == helppage::Codes && isLikeErrorCode(typed));
}

QStringList guideTopicIds()
{
    return {u"card"_s,   u"purchase"_s,      u"afterorder"_s, helppage::Search, u"capture"_s,     u"cancel"_s,
            u"change"_s, helppage::Payments, helppage::Bulk,  u"faq"_s,         helppage::Support};
}

QStringList helpPageIds()
{
    return firstIds() + guideTopicIds() + workIds() + QStringList{helppage::Codes};
}

QList<HelpPart> helpParts(const QList<KeySheet::Group> &keys)
{
    QList<HelpPage> tables{codesPage()};
    if (!keys.isEmpty()) {
        tables.append(keyPage(keys));
    }
    return {{Text::tr("はじめに"), pagesOf(firstIds())},
            {Text::tr("操作ガイド"), pagesOf(guideTopicIds())},
            {Text::tr("画面と規則"), pagesOf(workIds())},
            {Text::tr("一覧表"), tables}};
}

QList<HelpPage> helpPages(const QList<KeySheet::Group> &keys)
{
    QList<HelpPage> pages;
    for (const HelpPart &part : helpParts(keys)) {
        pages.append(part.pages);
    }
    return pages;
}

} // namespace kessai
