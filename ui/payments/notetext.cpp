#include "ui/payments/notetext.h"

#include "ui/text/cardnumbers.h"
#include "ui/text/formats.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShownAtOnce = 2000;

/// Not within what can be a card number, of which a half is not recognised, nor within one letter.
qsizetype endOfBeginning(const QString &text)
{
    if (text.size() <= ShownAtOnce) {
        return text.size();
    }
    qsizetype end = ShownAtOnce;
    for (; end > 0; --end) {
        const QChar last = text.at(end - 1);
        if (!last.isDigit() && last != u' ' && last != u'-' && !last.isHighSurrogate()) {
            break;
        }
    }
    return end;
}

/// A line is laid out as one piece, so none may be as long as the text.
QString inShortLines(QString text)
{
    static const QRegularExpression tooLong(u"([^\\n]{1000})(?=[^\\n])"_s);
    return text.replace(tooLong, u"\\1\n"_s);
}

} // namespace

NoteText::NoteText(const QString &name, const QString &text, QWidget *parent)
    : QWidget(parent), m_name(name), m_text(text)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const qsizetype end = endOfBeginning(text);
    auto *beginning = new Paragraph(withoutCardNumbers(text.left(end)), this);
    beginning->setObjectName(u"noteBeginning"_s);
    beginning->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(beginning);
    if (end == text.size()) {
        return;
    }
    auto *rest = new Paragraph(tr("長いため、初めの部分だけを表示しています。残りは %1 文字です。")
                                   .arg(Formats::count(text.size() - end)),
                               this);
    rest->setObjectName(u"noteRest"_s);
    setTone(*rest, Tone::Quiet);
    column->addWidget(rest);
    auto *whole = new QPushButton(tr("%1の全文を表示").arg(name), this);
    whole->setObjectName(u"wholeNoteButton"_s);
    column->addWidget(whole, 0, Qt::AlignLeft);
    connect(whole, &QPushButton::clicked, this, &NoteText::showWhole);
}

void NoteText::showWhole()
{
    auto *dialog = new QDialog(window()); // the details are made anew whenever the order changes
    dialog->setObjectName(u"noteDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(m_name);
    auto *text = new QPlainTextEdit(inShortLines(withoutCardNumbers(m_text)), dialog);
    text->setObjectName(u"wholeNote"_s);
    text->setAccessibleName(m_name);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(text);
    column->addWidget(buttons);
    dialog->resize(fontMetrics().height() * 40, fontMetrics().height() * 30);
    dialog->open();
}

} // namespace kessai
