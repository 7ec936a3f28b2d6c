#include "ui/work/importjob.h"

#include "core/services/linkservice.h"
#include "ui/models/whendone.h"

#include <QPointer>

namespace kessai {

namespace {

using Answer = Result<ImportReport, ImportFailure>;

struct Request
{
    ImportJob::Kind kind = ImportJob::Kind::Orders;
    QString file;
    bool dryRun = true;
    std::function<void(const ImportProgress &)> progress;
    std::function<bool()> cancelled;
};

QCoro::Task<Answer> importOrders(Shop &shop, Request request)
{
    ImportService::Options options;
    options.file = request.file;
    options.dryRun = request.dryRun;
    options.rounding = Rounding(shop.settings().roundingId());
    options.operatorName = shop.operatorName();
    options.progress = request.progress;
    options.cancelled = request.cancelled;
    ImportService service(shop.context());
    Answer answer = co_await service.importOrders(options);
    co_return answer;
}

QCoro::Task<Answer> importLinks(Shop &shop, Request request)
{
    LinkService::Options options;
    options.file = request.file;
    options.dryRun = request.dryRun;
    options.operatorName = shop.operatorName();
    options.progress = request.progress;
    options.cancelled = request.cancelled;
    LinkService service(shop.context());
    Answer answer = co_await service.importLinks(options);
    co_return answer;
}

} // namespace

ImportJob::ImportJob(ShopSession &session, Kind kind, QString file, QObject *parent)
    : QObject(parent), m_session(session), m_kind(kind), m_file(std::move(file))
{
}

void ImportJob::run(bool dryRun)
{
    m_cancelled->store(false);
    Request request{m_kind, m_file, dryRun, {}, {}};
    request.cancelled = [cancelled = m_cancelled, closing = m_session.stopRequested()] {
        return cancelled->load() || closing();
    };
    // Called on the engine's thread: the session outlives it, this job may not.
    request.progress = [session = &m_session,
                        job = QPointer<ImportJob>(this)](const ImportProgress &progress) {
        QMetaObject::invokeMethod(
            session,
            [job, progress] {
                if (job) {
                    emit job->progressed(progress);
                }
            },
            Qt::QueuedConnection);
    };
    const auto work = [request](Shop &shop) {
        return request.kind == Kind::Orders ? importOrders(shop, request) : importLinks(shop, request);
    };
    const auto done = [this, dryRun](const Answer &answer) {
        if (answer) {
            emit finished(*answer, dryRun);
        } else {
            emit failed(answer.error().message);
        }
    };
    whenDone(m_session.onEngine(work), this, done, [this] { emit failed(tr("取り込みを中止しました。")); });
}

} // namespace kessai
