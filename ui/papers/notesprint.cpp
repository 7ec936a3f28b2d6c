#include "core/storage/orderrows.h"
#include "ui/models/whendone.h"
#include "ui/papers/notesjob.h"
#include "ui/papers/notespainter.h"

#include <QPrinter>
#include <QTimer>

namespace kessai {

NotesPrint::NotesPrint(ShopSession &session, Wanted wanted, std::unique_ptr<QPrinter> printer,
                       QObject *parent)
    : NotesJob(session, parent), m_wanted(std::move(wanted)), m_printer(std::move(printer))
{
}

NotesPrint::~NotesPrint()
{
    if (m_painter && m_done < m_wanted.orders.size()) {
        m_printer->abort();
    }
}

void NotesPrint::start()
{
    m_printer->setPageLayout(DeliveryNote::pageLayout());
    m_printer->setDocName(onPaper(m_wanted.texts.title));
    m_painter = std::make_unique<NotesPainter>(m_wanted.texts, m_wanted.fontFamilies);
    if (m_painter->begin(*m_printer)) {
        read();
    } else {
        fail();
    }
}

void NotesPrint::read()
{
    const QList<OrderId> piece = m_wanted.orders.mid(m_read, PieceOrders);
    m_read += piece.size();
    const auto job = [piece](Database &database) { return readOrders(database, piece); };
    whenDone(m_session.onReader({}, job), this, [this](const StorageResult<QList<Order>> &orders) {
        if (!orders) {
            emit failed(orders.error().message);
            return;
        }
        m_waiting = *orders;
        paintNext();
    });
}

void NotesPrint::paintNext()
{
    if (!m_waiting.isEmpty()) {
        if (!m_painter->add(m_waiting.takeFirst())) {
            fail();
            return;
        }
        emit progressed(m_painter->notes(), int(m_wanted.orders.size()));
        QTimer::singleShot(0, this, &NotesPrint::paintNext);
    } else if (m_read < m_wanted.orders.size()) {
        read();
    } else if (m_painter->notes() == 0) {
        emit failed(tr("この受注はもうありません。一覧を更新してから、もう一度選んでください。"));
    } else if (m_painter->end()) {
        m_done = int(m_wanted.orders.size());
        emit finished(m_painter->notes(), m_painter->pages());
    } else {
        fail();
    }
}

void NotesPrint::fail()
{
    emit failed(tr("印刷できませんでした。プリンターの電源と接続を確かめて、もう一度印刷してください。"));
}

} // namespace kessai
