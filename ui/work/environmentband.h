#pragma once

#include "core/gmo/gatewayconfig.h"

#include <QLabel>

namespace kessai {

/// Tells practice (violet) and test (orange) from the live shop, which has no band (screens.md "Colours").
class EnvironmentBand : public QLabel
{
    Q_OBJECT

public:
    explicit EnvironmentBand(QWidget *parent = nullptr);

    /// @param practice the sample shop of this program, not a shop that was set up
    void setEnvironment(GatewayEnvironment environment, bool practice);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QColor m_colour;
};

} // namespace kessai
