#include "ui/help/helppages.h"

#include "core/base/textfold.h"
#include "ui/help/markdowntable.h"
#include "ui/help/rulestable.h"
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

const QString RulesPage = u"rules"_s;

HelpPage pageOf(const QString &id)
{
    const QString language = Language::isEnglish() ? u"en"_s : u"ja"_s;
    QFile file(u":/kessai/help/%1/%2.md"_s.arg(language, id));
    HelpPage page{id, id, {}};
    if (file.open(QIODevice::ReadOnly)) {
        page.markdown = QString::fromUtf8(file.readAll());
        page.title = page.markdown.section(u'\n', 0, 0).mid(2); // "# "
    }
    return page;
}

/// The page has a place for the table of each method.
HelpPage rulesPage()
{
    HelpPage page = pageOf(RulesPage);
    page.markdown =
        page.markdown.arg(rulesTable(PaymentMethod::Card), rulesTable(PaymentMethod::ConvenienceStore),
                          rulesTable(PaymentMethod::PayEasyAtm), rulesTable(PaymentMethod::Au),
                          rulesTable(PaymentMethod::Docomo), rulesTable(PaymentMethod::SoftBank),
                          rulesTable(PaymentMethod::Rakuten));
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
    return page;
}

} // namespace

bool HelpPage::contains(const QString &typed) const
{
    const QString folded = foldForSearch(markdown);
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&folded](const QString &word) { return folded.contains(foldForSearch(word)); });
}

QStringList helpPageIds()
{
    return {helppage::Start,  u"card"_s,          RulesPage,         helppage::Today, helppage::Lists,
            helppage::Order,  helppage::Bulk,     helppage::Run,     helppage::Check, helppage::History,
            helppage::Import, helppage::Settings, helppage::Trouble, u"faq"_s,        u"support"_s};
}

QList<HelpPage> helpPages(const QList<KeySheet::Group> &keys)
{
    QList<HelpPage> pages;
    for (const QString &id : helpPageIds()) {
        pages.append(id == RulesPage ? rulesPage() : pageOf(id));
    }
    if (!keys.isEmpty()) {
        pages.append(keyPage(keys));
    }
    return pages;
}

} // namespace kessai
