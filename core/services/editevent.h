#pragma once

#include "core/domain/orderfields.h"
#include "core/storage/editmarks.h"

namespace kessai {

/// The content of an event EDIT (order_event.content): of each field of importfields::all() that moved the
/// value before and after, and the fields whose 取込と相違 was answered with ours.
QString editContent(const Order &before, const Order &after, const QStringList &keptOurs);

/// What such a content says was changed, in words; empty for what is none.
QList<FieldDifference> differencesOfEdit(const QString &eventContent);

/// The same as one text for the 決済ログ: 住所「…」→「…」, one field after the other.
QString editInWords(const QString &eventContent);

/// The content of an event TAKEOVER: whose 編集中 was taken over.
QString takeOverContent(const EditMark &from);

} // namespace kessai
