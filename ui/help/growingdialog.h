#pragma once

#include <QDialog>

namespace kessai {

/// A dialog that grows with its words: what comes after it has opened needs its lines too. It never shrinks
/// below what somebody made of it.
class GrowingDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override;
};

} // namespace kessai
