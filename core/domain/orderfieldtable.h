#pragma once

#include "core/domain/orderfields.h"

namespace kessai {

/// How one field is compared, taken over and shown.
struct FieldRow
{
    OrderField field;
    const char *label; ///< to be translated as Sentence
    bool ofParcel;
    bool editable;
    bool (*same)(const Order &one, const Order &other, int parcel);
    void (*take)(Order &to, const Order &from, int parcel);
    QString (*shown)(const Order &order, int parcel);
};

/// All fields, in the order of OrderField.
const QList<FieldRow> &fieldRows();

} // namespace kessai
