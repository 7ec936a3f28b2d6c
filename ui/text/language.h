#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

namespace kessai {

/// The language of the window: Japanese, in which the source is written, or English.
class Language
{
public:
    /// @param wanted "ja", "en" or "" for the machine's own (Japanese unless it is set to English)
    /// @return "ja" or "en"; nothing else is known
    static QString choose(const QString &wanted, const QLocale &machine);
    static bool isKnown(const QString &wanted);

    /// Loads and installs the translations for the application, Qt's own dialogs included.
    void install(const QString &language);
    /// For texts that come in both languages already, as the gateway's table of codes.
    static bool isEnglish();

private:
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace kessai
