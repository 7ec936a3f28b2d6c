#pragma once

#include "core/services/shopsession.h"
#include "ui/help/growingdialog.h"

namespace kessai {

class FactSheet;

/// バージョン情報 (S1): product, version, build, connection profile and the gateway's interface, to copy for
/// whoever asks.
class VersionDialog : public GrowingDialog
{
    Q_OBJECT

public:
    explicit VersionDialog(ShopSession &session, QWidget *parent = nullptr);

private:
    void showProgram();
    void showShop(const ShopSession &session, const struct ProgramFacts &facts);

    FactSheet *m_facts;
};

} // namespace kessai
