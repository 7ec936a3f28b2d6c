#pragma once

#include <QHash>
#include <QString>

class QWidget;

namespace kessai {

/// The pages that places of the window open at (F1). A place in a page has its anchor behind it: order#log.
namespace helppage {
inline const QString Start = QStringLiteral("start");
inline const QString Today = QStringLiteral("today");
inline const QString Search = QStringLiteral("search");
inline const QString Payments = QStringLiteral("payments");
inline const QString Bulk = QStringLiteral("bulk");
inline const QString Run = QStringLiteral("run");
inline const QString Order = QStringLiteral("order");
inline const QString Check = QStringLiteral("check");
inline const QString History = QStringLiteral("history");
inline const QString Import = QStringLiteral("import");
inline const QString Settings = QStringLiteral("settings");
inline const QString Support = QStringLiteral("support");
inline const QString Trouble = QStringLiteral("trouble");
inline const QString Codes = QStringLiteral("codes");
inline const QString Keys = QStringLiteral("keys");
} // namespace helppage

/// Which page of the help, or which place in it, is about this widget and what is in it.
void setHelpPage(QWidget &place, const QString &page);
/// Of the widget, else of the nearest around it, also of the window that a dialog belongs to: what was set,
/// or what the names of widgets say. "" none.
/// @param before is not looked at any more, nor what is around it; null: to the end
QString helpPageOf(const QWidget *place, const QWidget *before = nullptr);
/// By the object name of a widget: what is about every widget of that name.
const QHash<QString, QString> &helpPagesByName();

} // namespace kessai
