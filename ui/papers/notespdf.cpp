#include "core/storage/orderrows.h"
#include "ui/models/whendone.h"
#include "ui/papers/copiedtext.h"
#include "ui/papers/notesjob.h"
#include "ui/papers/notespainter.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSaveFile>

#include <atomic>

namespace kessai {

struct NotesPdf::Step
{
    int done = 0;
    int total = 0;
    int notes = 0;
    int pages = 0;
    QString problem;
    bool saved = false;
};

struct NotesPdf::State
{
    Wanted wanted;
    QString name;
    qsizetype read = 0;
    std::atomic<bool> stopped = false; ///< set by the window's thread
    // In the order in which they are made; taken down from the last.
    QBuffer content;
    std::unique_ptr<QPdfWriter> writer;
    std::unique_ptr<NotesPainter> painter;

    Step next(Database &database)
    {
        if (!writer && !begin()) {
            return unsaved({});
        }
        const QList<OrderId> piece = wanted.orders.mid(read, PieceOrders);
        const auto orders = readOrders(database, piece);
        if (!orders) {
            return problem(orders.error().message);
        }
        for (const Order &order : *orders) {
            if (stopped) {
                return problem({}); // nobody waits for it
            }
            if (!painter->add(order)) {
                return unsaved({});
            }
        }
        read += piece.size();
        return read < wanted.orders.size() ? now() : save();
    }

private:
    bool begin()
    {
        constexpr int DotsPerInch = 600;
        content.open(QIODevice::WriteOnly);
        writer = std::make_unique<QPdfWriter>(&content);
        writer->setResolution(DotsPerInch);
        writer->setPageLayout(DeliveryNote::pageLayout());
        writer->setTitle(onPaper(wanted.texts.title));
        writer->setCreator(QStringLiteral("KessaiDesk"));
        painter = std::make_unique<NotesPainter>(wanted.texts, wanted.fontFamilies);
        return painter->begin(*writer);
    }

    Step save()
    {
        if (painter->notes() == 0) {
            return problem(tr("この受注はもうありません。一覧を更新してから、もう一度選んでください。"));
        }
        if (!painter->end()) {
            return unsaved({});
        }
        writer.reset();
        QSaveFile file(name);
        const bool saved = !stopped && file.open(QIODevice::WriteOnly) &&
                           file.write(withCopiedText(content.data())) > 0 && file.commit();
        if (!saved) {
            return unsaved(file.errorString());
        }
        Step step = now();
        step.saved = true;
        return step;
    }

    [[nodiscard]] Step now() const
    {
        return {int(read), int(wanted.orders.size()), painter->notes(), painter->pages(), {}, false};
    }

    static Step problem(const QString &message)
    {
        Step step;
        step.problem = message;
        return step;
    }

    [[nodiscard]] Step unsaved(const QString &reason) const
    {
        return problem(
            tr("「%1」に保存できませんでした。保存先のフォルダと空き容量を確かめて、もう一度保存して"
               "ください。%2")
                .arg(name, reason));
    }
};

NotesPdf::NotesPdf(ShopSession &session, Wanted wanted, const QString &file, QObject *parent)
    : NotesJob(session, parent), m_state(std::make_shared<State>())
{
    m_state->wanted = std::move(wanted);
    m_state->name = file;
}

/// The painter ends on the thread on which it began.
NotesPdf::~NotesPdf()
{
    m_state->stopped = true;
    static_cast<void>(m_session.onReader({}, [state = std::move(m_state)](Database &) {
        state->painter.reset();
        state->writer.reset();
        return true;
    }));
}

void NotesPdf::start()
{
    next();
}

void NotesPdf::next()
{
    const auto job = [state = m_state](Database &database) { return state->next(database); };
    whenDone(m_session.onReader({}, job), this, [this](const Step &step) { take(step); });
}

void NotesPdf::take(const Step &step)
{
    if (!step.problem.isEmpty()) {
        emit failed(step.problem);
        return;
    }
    emit progressed(step.done, step.total);
    if (step.saved) {
        emit finished(step.notes, step.pages);
    } else {
        next();
    }
}

} // namespace kessai
