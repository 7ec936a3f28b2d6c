#pragma once

#include "ui/payments/confirmcontent.h"

#include <QDialog>

class QCheckBox;
class QVBoxLayout;

namespace kessai {

class Banner;

/// The last question before money moves. キャンセル is the default and Enter's answer; the money button says
/// the verb and the amount, and answers once.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param tickRemembered how the person left the tick box last time
    ConfirmDialog(const ConfirmContent &content, bool tickRemembered, QWidget *parent);

    /// 対応状況 to set afterwards; none when not wanted or not allowed.
    [[nodiscard]] std::optional<OrderStatus> thenStatus() const;
    /// To remember; none where there was nothing to choose.
    [[nodiscard]] std::optional<bool> tick() const;
    /// Above the question: what is asked is not so any more.
    void warn(const QString &text);

signals:
    void confirmed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fitHeight();
    void addLines(QVBoxLayout *column);
    void addTick(QVBoxLayout *column, bool remembered);
    void addButtons(QVBoxLayout *column);

    ConfirmContent m_content;
    Banner *m_moved;
    QCheckBox *m_tick = nullptr;
};

} // namespace kessai
