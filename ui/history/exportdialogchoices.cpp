// ExportDialog: what is chosen before the file is written.
#include "ui/history/exportdialog.h"

#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

QButtonGroup *ExportDialog::addGroup(QVBoxLayout *column, const QString &caption)
{
    auto *label = new QLabel(caption, this);
    setTone(*label, Tone::Quiet);
    column->addWidget(label);
    return new QButtonGroup(this);
}

void ExportDialog::addChoice(QVBoxLayout *column, QButtonGroup &group, int id, const QString &objectName,
                             const QString &label)
{
    auto *choice = new QRadioButton(label, this);
    choice->setObjectName(objectName);
    group.addButton(choice, id);
    column->addWidget(choice);
}

void ExportDialog::buildGroups(QVBoxLayout *column)
{
    for (const ExportOffer::Group &offered : std::as_const(m_offer.groups)) {
        QButtonGroup *group = addGroup(column, offered.caption);
        for (int place = 0; place < offered.choices.size(); ++place) {
            const ExportOffer::Choice &choice = offered.choices.at(place);
            addChoice(column, *group, place, choice.objectName, choice.label);
        }
        group->button(0)->setChecked(true);
        connect(group, &QButtonGroup::idClicked, this, &ExportDialog::fitOffer);
        m_groups.append(group);
    }
}

void ExportDialog::buildFormats(QVBoxLayout *column)
{
    m_formats = addGroup(column, tr("ファイルの形式"));
    const auto add = [&](TableFormat format, const QString &objectName, const QString &label) {
        addChoice(column, *m_formats, int(format), objectName, label);
    };
    add(TableFormat::CsvUtf8, u"utf8Choice"_s, tr("CSV（UTF-8、Excelでもそのまま開けます）"));
    add(TableFormat::CsvCp932, u"cp932Choice"_s, tr("CSV（Shift_JIS、古いソフト向け）"));
    add(TableFormat::Xlsx, u"xlsxChoice"_s, tr("Excelブック（xlsx）"));
    m_formats->button(int(TableFormat::CsvUtf8))->setChecked(true);
    connect(m_formats, &QButtonGroup::idToggled, this, &ExportDialog::fitEnding);
}

ExportOffer::Chosen ExportDialog::chosen() const
{
    ExportOffer::Chosen chosen;
    for (const QButtonGroup *group : m_groups) {
        chosen.append(group->checkedId());
    }
    return chosen;
}

TableFormat ExportDialog::format() const
{
    return TableFormat(m_formats->checkedId());
}

/// Another name and another kind of file, as far as nobody has said which.
void ExportDialog::fitOffer()
{
    const QString before = std::exchange(m_proposed, m_offer.fileName(chosen()));
    QString file = m_file->text();
    const qsizetype at = file.lastIndexOf(before);
    if (at >= 0 && !before.isEmpty()) {
        m_file->setText(file.replace(at, before.size(), m_proposed));
    }
    const TableFormat fitting = m_offer.format ? m_offer.format(chosen()) : m_fitting;
    if (fitting != std::exchange(m_fitting, fitting)) {
        m_formats->button(int(fitting))->setChecked(true);
    }
}

} // namespace kessai
