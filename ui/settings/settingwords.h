#pragma once

#include <QCoreApplication>

namespace kessai {

/// Captions and sentences of the settings, in the language of the window.
class SettingWords
{
    Q_DECLARE_TR_FUNCTIONS(SettingWords)

public:
    static QString captionOf(const QString &key);
    static QString sentenceOf(const QString &key);
    /// The word for one value of a setting with choices; the value itself where it needs none.
    static QString choiceOf(const QString &key, const QString &value);
};

} // namespace kessai
