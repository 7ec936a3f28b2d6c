#pragma once

#include <QString>

class QWidget;

namespace kessai {

/// The pages that places of the window open at (F1).
namespace helppage {
inline const QString Start = QStringLiteral("start");
inline const QString Today = QStringLiteral("today");
inline const QString Lists = QStringLiteral("lists");
inline const QString Bulk = QStringLiteral("bulk");
inline const QString Run = QStringLiteral("run");
inline const QString Order = QStringLiteral("order");
inline const QString Check = QStringLiteral("check");
inline const QString History = QStringLiteral("history");
inline const QString Import = QStringLiteral("import");
inline const QString Settings = QStringLiteral("settings");
inline const QString Trouble = QStringLiteral("trouble");
inline const QString Keys = QStringLiteral("keys");
} // namespace helppage

/// Which page of the help is about this widget and what is in it.
void setHelpPage(QWidget &place, const QString &page);
/// Of the widget, else of the nearest around it, also of the window that a dialog belongs to; "" none.
QString helpPageOf(const QWidget *place);

} // namespace kessai
