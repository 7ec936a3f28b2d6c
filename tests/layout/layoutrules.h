#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace kessai {

/// A line that breaks a rule of the layout.
struct Breach
{
    QString file; ///< from the project's root
    int line = 0; ///< from 1
    QString rule; ///< what does not go, in words

    QString text() const;
};

/// The arrows between the folders (base <- domain <- {gmo, storage, interchange, mail} <- services <-
/// ui/models <- ui <- app; settings and simulator on base) and what each folder may take from outside.
class LayoutRules
{
public:
    /// Learns from the installed headers of Qt which class lives in which module.
    explicit LayoutRules(const QString &qtHeaders);

    /// All breaches of one file; FILE decides its folder and need not exist.
    QList<Breach> check(const QString &file, const QString &source) const;

private:
    QString moduleOf(const QString &header) const;
    QString ruleBrokenByInclude(const QString &area, const QString &include) const;
    QString ruleBrokenByProjectHeader(const QString &area, const QString &header) const;
    QString ruleBrokenByLibraryHeader(const QString &area, const QString &header) const;

    QHash<QString, QString> m_modules; ///< header name -> QtWidgets, QtSql …
};

} // namespace kessai
