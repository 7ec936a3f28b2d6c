#include "ui/models/countsmodel.h"

#include "ui/models/whendone.h"

#include <chrono>

namespace kessai {

using namespace std::chrono_literals;

CountsModel::CountsModel(OrderSource &source, QObject *parent) : QObject(parent), m_source(source)
{
    // A bulk run changes rows faster than anybody reads numbers.
    m_pause.setSingleShot(true);
    m_pause.setInterval(200ms);
    connect(&m_pause, &QTimer::timeout, this, &CountsModel::refresh);
    const auto soon = [this] {
        if (!m_pause.isActive()) {
            m_pause.start();
        }
    };
    connect(&source, &OrderSource::orderChanged, this, soon);
    connect(&source, &OrderSource::ordersChanged, this, soon);
}

void CountsModel::refresh()
{
    whenDone(m_source.counts(), this, [this](const StorageResult<ListCounts> &answer) {
        if (answer) {
            m_counts = *answer;
            m_known = true;
            emit changed();
        }
    });
}

} // namespace kessai
