#include "layoutrules.h"

#include "sourcelines.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kessai {

namespace {

const QString core = u"core/"_s;
const QString ui = u"ui/"_s;
const QString app = u"app/"_s;

/// The folder that rules speak of: "core/gmo", "ui/models", "app/cli".
QString areaOf(const QString &file)
{
    return file.section(u'/', 0, 1);
}

/// What each folder may include besides itself. Folders of ui and app stand on all of core but the simulator.
const QHash<QString, QStringList> &arrows()
{
    static const QStringList leaves = {u"core/base"_s, u"core/domain"_s};
    static const QStringList services =
        leaves + QStringList{u"core/gmo"_s, u"core/storage"_s, u"core/interchange"_s, u"core/mail"_s,
                             u"core/settings"_s};
    static const QStringList allCore = services + QStringList{u"core/services"_s};
    static const QStringList widgets = allCore + QStringList{u"ui/text"_s, u"ui/models"_s};
    static const QStringList pages =
        widgets + QStringList{u"ui/widgets"_s,  u"ui/orders"_s,  u"ui/payments"_s, u"ui/work"_s,
                              u"ui/settings"_s, u"ui/history"_s, u"ui/runs"_s,     u"ui/help"_s,
                              u"ui/today"_s,    u"ui/editing"_s, u"ui/papers"_s};
    static const QHash<QString, QStringList> table = {
        {u"core/base"_s, {}},
        {u"core/domain"_s, {u"core/base"_s}},
        {u"core/settings"_s, {u"core/base"_s}},
        {u"core/simulator"_s, {u"core/base"_s}},
        {u"core/gmo"_s, leaves},
        {u"core/storage"_s, leaves},
        {u"core/interchange"_s, leaves},
        {u"core/mail"_s, leaves},
        {u"core/services"_s, services},
        {u"ui/text"_s, allCore},
        {u"ui/models"_s, allCore + QStringList{u"ui/text"_s}},
        {u"ui/widgets"_s, widgets},
        {u"ui/help"_s, widgets + QStringList{u"ui/widgets"_s}},
        {u"ui/editing"_s, widgets + QStringList{u"ui/widgets"_s}},
        {u"ui/papers"_s, widgets + QStringList{u"ui/widgets"_s}},
        {u"ui/orders"_s, pages},
        {u"ui/payments"_s, pages},
        {u"ui/work"_s, pages},
        {u"ui/settings"_s, pages},
        {u"ui/history"_s, pages},
        {u"ui/runs"_s, pages},
        {u"ui/today"_s, pages},
        {u"app/simulator"_s, {u"core/base"_s, u"core/simulator"_s}},
        {u"app/cli"_s, allCore},
        {u"app/desktop"_s, pages + QStringList{u"core/simulator"_s}},
    };
    return table;
}

struct ForbiddenWord
{
    QString folder; ///< where it is forbidden
    QRegularExpression pattern;
    QString rule;
};

const QList<ForbiddenWord> &forbiddenWords()
{
    static const QList<ForbiddenWord> words = {
        {QString(), QRegularExpression(uR"(\bQEventLoop\b|\bprocessEvents\s*\()"_s),
         u"no nested event loops: co_await, or a continuation bound to a context"_s},
        {QString(), QRegularExpression(uR"(\b(SIGNAL|SLOT)\s*\()"_s), u"connect by member pointers"_s},
        {ui, QRegularExpression(uR"((\.|->)\s*exec\s*\()"_s),
         u"no exec() of dialogs and menus: open() or popup()"_s},
        {QString(),
         QRegularExpression(
             uR"(\bQ(Message|Input|File|Font|Color)(Box|Dialog)::(get|information|warning|critical)"
             uR"(|question|about))"_s),
         u"no static dialogs, they run an event loop of their own: make one and open() it"_s},
    };
    return words;
}

} // namespace

QString Breach::text() const
{
    return u"%1:%2: %3"_s.arg(file).arg(line).arg(rule);
}

LayoutRules::LayoutRules(const QString &qtHeaders)
{
    for (const QString &module : QDir(qtHeaders).entryList({u"Qt*"_s}, QDir::Dirs)) {
        for (const QString &header : QDir(qtHeaders + u'/' + module).entryList(QDir::Files)) {
            m_modules.insert(header, module);
        }
    }
}

QList<Breach> LayoutRules::check(const QString &file, const QString &source) const
{
    const QString area = areaOf(file);
    if (!arrows().contains(area)) {
        return {{file, 1, u"the design has no folder %1"_s.arg(area)}};
    }
    QList<Breach> breaches;
    const QStringList lines = codeLines(source);
    for (int i = 0; i < lines.size(); ++i) {
        const QString include = includeOf(lines[i]);
        if (!include.isEmpty()) {
            const QString rule = ruleBrokenByInclude(area, include);
            if (!rule.isEmpty()) {
                breaches.append({file, i + 1, rule});
            }
            continue;
        }
        for (const ForbiddenWord &word : forbiddenWords()) {
            if (file.startsWith(word.folder) && lines[i].contains(word.pattern)) {
                breaches.append({file, i + 1, word.rule});
            }
        }
    }
    return breaches;
}

/// "QtWidgets" for both <QLabel> and <QtWidgets/QLabel>; empty for a header that is not Qt's.
QString LayoutRules::moduleOf(const QString &header) const
{
    if (header.startsWith(u"QCoroNetwork")) {
        return u"QtNetwork"_s;
    }
    return header.contains(u'/') ? header.section(u'/', 0, 0) : m_modules.value(header);
}

QString LayoutRules::ruleBrokenByInclude(const QString &area, const QString &include) const
{
    const QString header = include.mid(1);
    const bool isProjectHeader = header.startsWith(core) || header.startsWith(ui) || header.startsWith(app);
    if (isProjectHeader) {
        return ruleBrokenByProjectHeader(area, header);
    }
    if (include.startsWith(u'"')) {
        const bool isGenerated = header.endsWith(u".moc") || header == u"kessai/version.h";
        return isGenerated ? QString() : u"\"%1\" is not named from the project's root"_s.arg(header);
    }
    return ruleBrokenByLibraryHeader(area, header);
}

QString LayoutRules::ruleBrokenByProjectHeader(const QString &area, const QString &header) const
{
    const QString target = areaOf(header);
    if (target == area || arrows().value(area).contains(target)) {
        return {};
    }
    return u"%1 must not include %2 (%3): no arrow of the design leads there"_s.arg(area, target, header);
}

QString LayoutRules::ruleBrokenByLibraryHeader(const QString &area, const QString &header) const
{
    static const QStringList windowModules = {u"QtGui"_s,        u"QtWidgets"_s,      u"QtSvg"_s,
                                              u"QtSvgWidgets"_s, u"QtPrintSupport"_s, u"QtCharts"_s};
    static const QRegularExpression client(uR"((^|/)(QNetwork(AccessManager|Re.*)|QCoroNetwork.*)$)"_s);
    const QString module = moduleOf(header);
    if (header.contains(client) && area != u"core/gmo") {
        return u"<%1>: only core/gmo reaches the gateway"_s.arg(header);
    }
    if (area.startsWith(core) && windowModules.contains(module)) {
        return u"<%1>: core has no window (%2)"_s.arg(header, module);
    }
    if (module == u"QtNetwork" && !area.startsWith(app) && area != u"core/gmo" && area != u"core/simulator") {
        return u"<%1>: only core/gmo and core/simulator use the network"_s.arg(header);
    }
    if ((module == u"QtSql" || header == u"sqlite3.h" || header == u"libpq-fe.h") &&
        area != u"core/storage") {
        return u"<%1>: only core/storage speaks SQL"_s.arg(header);
    }
    if (header.startsWith(u"curl/") && area != u"core/mail") {
        return u"<%1>: only core/mail uses libcurl"_s.arg(header);
    }
    if (header.startsWith(u"xlsxwriter") && area != u"core/interchange") {
        return u"<%1>: only core/interchange writes workbooks"_s.arg(header);
    }
    return {};
}

} // namespace kessai
