// mergeEdits() and resolvedEdits(): two people's work on one order.
#include "core/domain/orderfields.h"
#include "core/domain/orderlinewords.h"

namespace kessai {

namespace {

/// All fields of the three; the parcels are one field unless all three have the same ones.
QList<FieldPlace> placesOf(const Order &opened, const Order &theirs, const Order &ours)
{
    const QList<FieldPlace> places = fieldPlacesOf(opened, theirs);
    const QList<FieldPlace> others = fieldPlacesOf(opened, ours);
    return places.contains(FieldPlace{OrderField::Parcels}) ? places : others;
}

/// Of lines only what is not on both other sides too: that is what the choice is about.
FieldConflict conflictAt(const FieldPlace &place, const Order &opened, const Order &theirs, const Order &ours)
{
    FieldConflict conflict{place, labelOf(place), shownValue(opened, place), shownValue(theirs, place),
                           shownValue(ours, place)};
    if (place.field == OrderField::Lines) {
        const LinesDifference differing = linesDifferenceInWords(theirs, ours);
        conflict.theirs = differing.before;
        conflict.ours = differing.after;
    }
    return conflict;
}

} // namespace

OrderMerge mergeEdits(const Order &opened, const Order &theirs, const Order &ours)
{
    OrderMerge merge;
    merge.merged = theirs;
    merge.theirs = differencesOf(opened, theirs);
    const QList<FieldPlace> places = placesOf(opened, theirs, ours);
    for (const FieldPlace &place : places) {
        const bool weChanged = isEditable(place.field) && !isSameField(opened, ours, place);
        if (!weChanged || isSameField(theirs, ours, place)) {
            continue;
        }
        if (isSameField(opened, theirs, place)) {
            takeField(merge.merged, ours, place);
        } else {
            merge.conflicts.append(conflictAt(place, opened, theirs, ours));
        }
    }
    return merge;
}

Order resolvedEdits(const Order &opened, const Order &theirs, const Order &ours,
                    const QList<FieldPlace> &takeOurs)
{
    OrderMerge merge = mergeEdits(opened, theirs, ours);
    for (const FieldConflict &conflict : std::as_const(merge.conflicts)) {
        if (takeOurs.contains(conflict.place)) {
            takeField(merge.merged, ours, conflict.place);
        }
    }
    return merge.merged;
}

} // namespace kessai
