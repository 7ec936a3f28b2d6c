#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace kessai {

using namespace Qt::StringLiterals;

QString Language::choose(const QString &wanted, const QLocale &machine)
{
    if (!wanted.isEmpty()) {
        return wanted;
    }
    // LANG=C is what servers and bare desktops say: it is no wish for English.
    const bool english = machine.language() == QLocale::English;
    return english ? u"en"_s : u"ja"_s;
}

bool Language::isKnown(const QString &wanted)
{
    return wanted.isEmpty() || wanted == u"ja" || wanted == u"en";
}

void Language::install(const QString &language)
{
    QLocale::setDefault(QLocale(language));
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
    if (language != u"ja" && m_ours.load(u":/i18n/kessai_"_s + language + u".qm"_s)) {
        QCoreApplication::installTranslator(&m_ours);
    }
}

bool Language::isEnglish()
{
    return QLocale().language() == QLocale::English; // as install() left it
}

} // namespace kessai
