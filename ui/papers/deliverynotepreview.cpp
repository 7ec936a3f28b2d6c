// DeliveryNoteDialog: the first note as it will look.
#include "core/storage/orderrows.h"
#include "ui/models/whendone.h"
#include "ui/papers/deliverynotedialog.h"
#include "ui/text/formats.h"
#include "ui/widgets/paragraph.h"

#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int PreviewDotsPerInch = 84;
constexpr qreal InchesPerMetre = 1 / 0.0254;

} // namespace

void DeliveryNoteDialog::buildPreview(QHBoxLayout *row)
{
    m_preview->setObjectName(u"notePreview"_s);
    m_preview->setAccessibleName(tr("1件目の納品書の見本"));
    m_preview->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_pages->setObjectName(u"notePreviewPages"_s);
    m_pages->setTextFormat(Qt::PlainText);
    setTone(*m_pages, Tone::Quiet);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"notePreviewArea"_s);
    area->setAccessibleName(tr("1件目の納品書の見本"));
    area->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    area->setWidget(m_preview);
    area->setWidgetResizable(true);
    auto *column = new QVBoxLayout;
    column->addWidget(m_pages);
    column->addWidget(area, 1);
    row->addLayout(column, 5);
}

/// The shop's name first, which the engine knows.
void DeliveryNoteDialog::readFirst()
{
    tell(tr("受注を読み込んでいます。"));
    const auto failed = [this](const QString &message) { tell(message, Tone::Alarm); };
    const auto read = [id = m_orders.value(0)](Database &database) { return readOrders(database, {id}); };
    const auto known = [this, failed](const StorageResult<QList<Order>> &orders) {
        if (!orders) {
            failed(orders.error().message);
            return;
        }
        if (orders->isEmpty()) {
            failed(tr("この受注はもうありません。一覧を更新してから、もう一度選んでください。"));
            return;
        }
        m_first = orders->first();
        setWorking(false);
        tell({});
        showPreview();
        m_title->setFocus();
    };
    const auto name = [](Shop &shop) { return shop.settings().shopName(); };
    whenDone(m_session.onEngine(name), this, [this, read, known](const QString &shopName) {
        m_shopName = shopName;
        whenDone(m_session.onReader({}, read), this, known);
    });
}

/// White paper, whatever the theme.
void DeliveryNoteDialog::showPreview()
{
    if (!m_first) {
        return;
    }
    const QPageLayout layout = DeliveryNote::pageLayout();
    const int dotsPerInch = qRound(PreviewDotsPerInch * devicePixelRatioF());
    QImage image(layout.fullRectPixels(dotsPerInch).size(), QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(dotsPerInch * InchesPerMetre));
    image.setDotsPerMeterY(qRound(dotsPerInch * InchesPerMetre));
    image.fill(Qt::white);
    const DeliveryNote note(*m_first, texts(), QGuiApplication::font().families(), &image,
                            layout.paintRectPixels(dotsPerInch));
    QPainter painter(&image);
    note.paint(painter, 0);
    painter.end();
    QPixmap pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_preview->setPixmap(pixmap);
    m_pages->setText(tr("1件目の見本（1 / %1ページ）　全%2件")
                         .arg(QString::number(note.pageCount()), Formats::count(m_orders.size())));
}

} // namespace kessai
