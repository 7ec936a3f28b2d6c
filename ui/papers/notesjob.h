#pragma once

#include "core/services/shopsession.h"
#include "ui/papers/deliverynote.h"

#include <QObject>

class QPrinter;

namespace kessai {

/// The notes of many orders into a file or onto a printer, some orders at a time. Its end stops it.
class NotesJob : public QObject
{
    Q_OBJECT

public:
    /// For one job.
    struct Wanted
    {
        QList<OrderId> orders;
        DeliveryNoteTexts texts;
        QStringList fontFamilies;
    };
    virtual void start() = 0;

signals:
    void progressed(int done, int total);
    /// @param notes fewer than wanted where orders are gone
    void finished(int notes, int pages);
    /// Nothing was saved, or not everything was printed; a sentence for staff.
    void failed(const QString &message);

protected:
    NotesJob(ShopSession &session, QObject *parent) : QObject(parent), m_session(session) {}

    static constexpr qsizetype PieceOrders = 20; ///< lists wait for it
    ShopSession &m_session;
};

/// One PDF with its fonts, made on the reader's thread between other reads. The file appears at the end.
class NotesPdf : public NotesJob
{
    Q_OBJECT

public:
    NotesPdf(ShopSession &session, Wanted wanted, const QString &file, QObject *parent);
    /// What is not finished leaves nothing behind.
    ~NotesPdf() override;
    void start() override;

private:
    struct Step;
    struct State;
    void next();
    void take(const Step &step);

    std::shared_ptr<State> m_state; ///< used on the reader's thread alone
};

/// Read on the reader's thread and painted here, an order at a time, since printers belong to the window.
class NotesPrint : public NotesJob
{
    Q_OBJECT

public:
    NotesPrint(ShopSession &session, Wanted wanted, std::unique_ptr<QPrinter> printer, QObject *parent);
    /// What is not finished is not printed, where the printer can still be stopped.
    ~NotesPrint() override;
    void start() override;

private:
    void read();
    void paintNext();
    void fail();

    Wanted m_wanted;
    qsizetype m_read = 0;
    int m_done = 0;
    QList<Order> m_waiting;
    std::unique_ptr<QPrinter> m_printer;
    std::unique_ptr<class NotesPainter> m_painter;
};

} // namespace kessai
