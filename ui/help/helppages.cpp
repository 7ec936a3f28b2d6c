#include "ui/help/helppages.h"

#include "core/base/textfold.h"
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

/// A cell of a table, in which nothing may be read as Markdown.
QString cellOf(const QString &text)
{
    static const QString special = u"\\`*_{}[]<>#|"_s;
    QString cell;
    for (const QChar character : text) {
        if (special.contains(character)) {
            cell.append(u'\\');
        }
        cell.append(character);
    }
    return cell;
}

HelpPage keyPage(const QList<KeySheet::Group> &groups)
{
    HelpPage page{helppage::Keys, Text::tr("キー操作の一覧"), {}};
    QStringList lines{u"# "_s + page.title};
    for (const KeySheet::Group &group : groups) {
        lines += {QString(), u"## "_s + group.title, QString(),
                  u"| %1 | %2 |"_s.arg(Text::tr("キー"), Text::tr("操作")), u"|---|---|"_s};
        for (const KeySheet::Key &key : group.keys) {
            lines.append(u"| %1 | %2 |"_s.arg(cellOf(key.keys), cellOf(key.meaning)));
        }
    }
    page.markdown = lines.join(u'\n');
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
    return {helppage::Start,   u"card"_s,       helppage::Lists,   helppage::Order,  helppage::Bulk,
            helppage::Run,     helppage::Check, helppage::History, helppage::Import, helppage::Settings,
            helppage::Trouble, u"faq"_s,        u"support"_s};
}

QList<HelpPage> helpPages(const QList<KeySheet::Group> &keys)
{
    QList<HelpPage> pages;
    for (const QString &id : helpPageIds()) {
        pages.append(pageOf(id));
    }
    if (!keys.isEmpty()) {
        pages.append(keyPage(keys));
    }
    return pages;
}

} // namespace kessai
