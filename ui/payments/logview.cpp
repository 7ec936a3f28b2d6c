#include "ui/payments/logview.h"

#include "core/interchange/formulaguard.h"
#include "ui/models/codewords.h"
#include "ui/payments/logcontent.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct LogWords
{
    Q_DECLARE_TR_FUNCTIONS(LogWords)

public:
    static QString ofSource(const QString &source)
    {
        static const QList<std::pair<QString, const char *>> words{
            {u"PLAN"_s, QT_TR_NOOP("依頼")},
            {u"CLAIM"_s, QT_TR_NOOP("開始")},
            {u"ARM"_s, QT_TR_NOOP("送信の記録")},
            {u"SEND"_s, QT_TR_NOOP("送信")},
            {u"ANSWER"_s, QT_TR_NOOP("GMOの回答")},
            {u"READ"_s, QT_TR_NOOP("決済状態確認・反映")},
            {u"PERSON"_s, QT_TR_NOOP("担当者の判断")},
            {u"SYSTEM"_s, QT_TR_NOOP("自動処理")},
            {u"LINK"_s, QT_TR_NOOP("連携")},
            {u"UNLINK"_s, QT_TR_NOOP("連携の解除")},
            {u"STATUS"_s, QT_TR_NOOP("対応状況の変更")},
            {u"REJECTED"_s, QT_TR_NOOP("取りやめ")},
            {u"IMPORT"_s, QT_TR_NOOP("取込")},
            {u"FINDING"_s, QT_TR_NOOP("相違の解決")},
            {u"EDIT"_s, QT_TR_NOOP("受注の編集")},
            {u"NOTE"_s, QT_TR_NOOP("引き継ぎ")},
            {u"TAKEOVER"_s, QT_TR_NOOP("編集の引き取り")}};
        for (const auto &[code, word] : words) {
            if (code == source) {
                return tr(word);
            }
        }
        return source;
    }
    /// State, end reason or class of an answer.
    static QString ofResult(const QString &code)
    {
        if (const auto reason = endReasonFromCode(code)) {
            return Words::of(*reason);
        }
        if (const auto state = operationStateFromCode(code)) {
            return Words::of(*state);
        }
        static const QList<std::pair<QString, const char *>> classes{
            {u"SUCCESS"_s, QT_TR_NOOP("成功")},
            {u"REFUSAL"_s, QT_TR_NOOP("拒否")},
            {u"BUSY"_s, QT_TR_NOOP("混雑")},
            {u"CONTRADICTION"_s, QT_TR_NOOP("矛盾")},
            {u"AMBIGUOUS"_s, QT_TR_NOOP("結果不明")},
            {u"UNSENT"_s, QT_TR_NOOP("未送信")},
            {u"READ"_s, QT_TR_NOOP("読み取り")},
            {u"UNKNOWN_ORDER"_s, QT_TR_NOOP("取引なし")},
            {u"UNREADABLE"_s, QT_TR_NOOP("読み取れず")},
            {u"SHOP_REFUSED"_s, QT_TR_NOOP("ショップ拒否")},
            {u"REASON"_s, QT_TR_NOOP("理由")},
            {u"ADOPTED"_s, QT_TR_NOOP("引き継ぎ")}};
        for (const auto &[name, word] : classes) {
            if (name == code) {
                return tr(word);
            }
        }
        return code;
    }
};

QString meaningsOf(const QStringList &codes)
{
    QStringList lines;
    for (const QString &code : codes) {
        lines.append(u"%1 %2"_s.arg(code, gatewayCodeMeaning(code)));
    }
    return lines.join(u'\n');
}

QStringList cellsOf(const LogEntry &entry)
{
    QString what = LogWords::ofSource(entry.source);
    if (entry.source == u"ARM" && !entry.jobCd.isEmpty()) {
        what += u" "_s + entry.jobCd;
    }
    QStringList result;
    if (!entry.codes.isEmpty()) {
        result.append(meaningsOf(entry.codes));
    }
    const QString word = LogWords::ofResult(entry.state.isEmpty() ? entry.result : entry.state);
    if (!word.isEmpty()) {
        result.prepend(word);
    }
    return {Formats::second(entry.at), what, readableContent(entry), result.join(u'\n'), entry.operatorName};
}

constexpr int OperationRole = Qt::UserRole; ///< its id, of a line that unfolds
constexpr int ErrorRole = Qt::UserRole + 1; ///< bool: an error code stands in what such a line unfolds to

bool haveCodes(const QList<LogEntry> &entries)
{
    return std::any_of(entries.begin(), entries.end(),
                       [](const LogEntry &entry) { return !entry.codes.isEmpty(); });
}

constexpr int CellMarginPx = 8; ///< as in the style sheet
constexpr int RowMarginPx = 5;

/// A tree does not ask how high a text is at the width of its column; this one does.
class WrappingDelegate : public QStyledItemDelegate
{
public:
    explicit WrappingDelegate(QTreeView *view) : QStyledItemDelegate(view), m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QString text = index.data().toString();
        if (index.column() == 0) {
            return QStyledItemDelegate::sizeHint(option, index);
        }
        const bool fixed =
            m_view->header()->sectionResizeMode(index.column()) == QHeaderView::ResizeToContents;
        const int column = fixed ? QWIDGETSIZE_MAX : m_view->columnWidth(index.column());
        const QRect place(0, 0, column - 2 * CellMarginPx - 4, QWIDGETSIZE_MAX);
        const QRect needed = option.fontMetrics.boundingRect(place, Qt::TextWordWrap, text);
        return {needed.width() + 2 * CellMarginPx + 4, needed.height() + 2 * RowMarginPx};
    }

private:
    QTreeView *m_view;
};

} // namespace

LogView::LogView(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(u"logView"_s);
    setAccessibleName(tr("決済ログ"));
    setHeaderLabels({tr("時間"), tr("操作"), tr("内容"), tr("結果"), tr("担当者")});
    setWordWrap(true);
    setUniformRowHeights(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(2, QHeaderView::Stretch);
    header()->setSectionResizeMode(3, QHeaderView::Interactive);
    header()->resizeSection(3, fontMetrics().height() * 13);
    setItemDelegate(new WrappingDelegate(this));
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
    header()->setMinimumSectionSize(fontMetrics().height() * 4);
    setMinimumHeight(fontMetrics().height() * 20);
}

QTreeWidgetItem *LogView::lineOf(const QList<LogEntry> &entries)
{
    if (entries.size() == 1 && !entries.first().operation) {
        return new QTreeWidgetItem(cellsOf(entries.first()));
    }
    const LogEntry &first = entries.first();
    QString state;
    QString jobCd;
    QString reason;
    for (const LogEntry &entry : entries) {
        state = entry.state.isEmpty() ? state : entry.state;
        jobCd = entry.jobCd.isEmpty() ? jobCd : entry.jobCd;
        reason = endReasonFromCode(entry.result) ? LogWords::ofResult(entry.result) : reason;
    }
    const QString content = readableContent(first);
    const QString kind = first.kind ? Words::of(*first.kind) : QString();
    auto *line = new QTreeWidgetItem(
        {Formats::second(first.at), kind, jobCd.isEmpty() ? content : u"%1 %2"_s.arg(jobCd, content),
         state == u"DONE" || reason.isEmpty() ? LogWords::ofResult(state)
                                              : u"%1: %2"_s.arg(LogWords::ofResult(state), reason),
         first.operatorName});
    line->setData(0, OperationRole, first.operation ? first.operation->value : QString());
    line->setData(0, ErrorRole, haveCodes(entries));
    for (const LogEntry &entry : entries) {
        line->addChild(new QTreeWidgetItem(cellsOf(entry)));
    }
    return line;
}

void LogView::setEntries(const QList<LogEntry> &entries)
{
    m_hasErrors = haveCodes(entries);
    QList<QList<LogEntry>> lines;
    for (const LogEntry &entry : entries) {
        auto known = std::find_if(lines.begin(), lines.end(), [&entry](const QList<LogEntry> &line) {
            return entry.operation && line.first().operation == entry.operation;
        });
        if (known == lines.end()) {
            lines.append({entry});
        } else {
            known->append(entry);
        }
    }
    // A reload is nobody's wish to have the place lost that is being read.
    const int scrolled = verticalScrollBar()->value();
    QStringList unfolded;
    for (int row = 0; row < topLevelItemCount(); ++row) {
        if (topLevelItem(row)->isExpanded()) {
            unfolded.append(topLevelItem(row)->data(0, OperationRole).toString());
        }
    }
    clear();
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        QTreeWidgetItem *item = lineOf(*line);
        addTopLevelItem(item);
        item->setExpanded(unfolded.contains(item->data(0, OperationRole).toString()));
    }
    doItemsLayout(); // before it the bar has no range
    verticalScrollBar()->setValue(scrolled);
}

std::optional<OperationId> LogView::chosenError() const
{
    const QTreeWidgetItem *chosen = selectedItems().value(0);
    const QTreeWidgetItem *line = chosen && chosen->parent() ? chosen->parent() : chosen;
    if (!line || !line->data(0, ErrorRole).toBool()) {
        return std::nullopt;
    }
    return OperationId{line->data(0, OperationRole).toString()};
}

QStringList LogView::titles() const
{
    QStringList titles{tr("行")};
    for (int column = 0; column < columnCount(); ++column) {
        titles.append(headerItem()->text(column));
    }
    return titles;
}

QList<QStringList> LogView::lines() const
{
    QList<QStringList> lines;
    const auto add = [&lines](const QString &kind, const QTreeWidgetItem *item) {
        QStringList line{kind};
        for (int column = 0; column < item->columnCount(); ++column) {
            line.append(item->text(column));
        }
        lines.append(line);
    };
    for (int row = 0; row < topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = topLevelItem(row);
        add(item->childCount() > 0 ? tr("操作") : tr("記録"), item);
        for (int child = 0; child < item->childCount(); ++child) {
            add(tr("詳細"), item->child(child));
        }
    }
    return lines;
}

QString LogView::asText() const
{
    QStringList lines;
    const auto cells = [](const QTreeWidgetItem *item) {
        QStringList texts;
        for (int column = 0; column < item->columnCount(); ++column) {
            texts.append(guarded(item->text(column).replace(u'\n', u' ').replace(u'\t', u' ')));
        }
        return texts.join(u'\t');
    };
    for (int row = 0; row < topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = topLevelItem(row);
        lines.append(cells(item));
        for (int child = 0; child < item->childCount(); ++child) {
            lines.append(u"\t"_s + cells(item->child(child)));
        }
    }
    return lines.join(u'\n');
}

} // namespace kessai
