#pragma once

#include "ui/papers/deliverynote.h"

#include <QPagedPaintDevice>

#include <memory>

namespace kessai {

/// Notes one after the other onto a device, each on a page of its own. All of it on one thread.
class NotesPainter
{
public:
    NotesPainter(DeliveryNoteTexts texts, QStringList fontFamilies)
        : m_texts(std::move(texts)), m_families(std::move(fontFamilies))
    {
    }

    /// @return false: the device takes nothing
    bool begin(QPagedPaintDevice &device);
    bool add(const Order &order);
    bool end();
    [[nodiscard]] int notes() const { return m_notes; }
    [[nodiscard]] int pages() const { return m_pages; }

private:
    DeliveryNoteTexts m_texts;
    QStringList m_families;
    QPagedPaintDevice *m_device = nullptr;
    QRectF m_page;
    QPainter m_painter;
    int m_notes = 0;
    int m_pages = 0;
};

} // namespace kessai
