#include "ui/papers/notespainter.h"

namespace kessai {

bool NotesPainter::begin(QPagedPaintDevice &device)
{
    m_device = &device;
    const QPageLayout layout = device.pageLayout();
    m_page = QRectF(QPointF(0, 0), layout.paintRectPixels(device.logicalDpiX()).size());
    return m_painter.begin(&device);
}

bool NotesPainter::add(const Order &order)
{
    const DeliveryNote note(order, m_texts, m_families, m_device, m_page);
    for (int page = 0; page < note.pageCount(); ++page) {
        if (m_pages > 0 && !m_device->newPage()) {
            return false;
        }
        note.paint(m_painter, page);
        ++m_pages;
    }
    ++m_notes;
    return true;
}

bool NotesPainter::end()
{
    return m_painter.end();
}

} // namespace kessai
