#pragma once

#include "core/domain/orderedit.h"

#include <QWidget>

class QAction;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace kessai {

class OrderDraft;

/// 注文者 and the two notes of an order, to edit. A field whose value cannot be stored carries a mark with
/// the sentence.
class CustomerForm : public QWidget
{
    Q_OBJECT

public:
    explicit CustomerForm(OrderDraft &draft, QWidget *parent = nullptr);

    /// 「姓」 and the like; "" for a place that is not here.
    static QString labelOf(EditSpot spot);

protected:
    /// Ctrl+Z takes back steps of the whole order, not letters of one field.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field
    {
        EditSpot spot;
        QLineEdit *line;
        QAction *mark;
    };
    struct Memo
    {
        EditSpot spot;
        QPlainTextEdit *text; ///< null: not editable here
    };

    void addField(QFormLayout &form, EditSpot spot, const QString &objectName);
    void addMemo(QFormLayout &form, EditSpot spot, const QString &objectName);
    void typed(EditSpot spot, const QString &text);
    void follow();

    OrderDraft &m_draft;
    QList<Field> m_fields;
    QList<Memo> m_memos;
};

} // namespace kessai
