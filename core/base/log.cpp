#include "core/base/log.h"

#include "core/base/japantime.h"
#include "core/base/sentence.h"

#include <QFile>
#include <QMutex>

namespace kessai {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(logSettings, "kessai.settings", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "kessai.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logGateway, "kessai.gateway", QtInfoMsg)
Q_LOGGING_CATEGORY(logJournal, "kessai.journal", QtInfoMsg)
Q_LOGGING_CATEGORY(logInterchange, "kessai.interchange", QtInfoMsg)
Q_LOGGING_CATEGORY(logWindow, "kessai.window", QtInfoMsg)

namespace {

constexpr qsizetype LongestMessage = 8 * 1024;

QLatin1StringView nameOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "critical"_L1;
    case QtFatalMsg:
        return "fatal"_L1;
    }
    return "?"_L1;
}

/// A message cannot begin a line of its own, whatever it quotes.
QString onOneLine(QString message)
{
    message.truncate(LongestMessage);
    for (QChar &character : message) {
        if (character.category() == QChar::Other_Control || character.category() == QChar::Separator_Line ||
            character.category() == QChar::Separator_Paragraph) {
            character = u' ';
        }
    }
    return message;
}

} // namespace

/// The open file and how it turns over.
struct Log::Sink
{
    Sink(const QString &name, Limits given) : file(name), limits(given) {}

    bool openFile()
    {
        return file.open(QIODevice::Append) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

    QString numbered(int number) const { return file.fileName() + u'.' + QString::number(number); }

    void turnOver()
    {
        file.close();
        QFile::remove(numbered(limits.files - 1));
        for (int number = limits.files - 2; number >= 1; --number) {
            QFile::rename(numbered(number), numbered(number + 1));
        }
        if (limits.files > 1) {
            QFile::rename(file.fileName(), numbered(1));
        } else {
            QFile::remove(file.fileName());
        }
        openFile();
    }

    void write(const QByteArray &line)
    {
        const QMutexLocker locked(&mutex);
        const qint64 size = file.size(); // asks the system: another program may write here too
        if (size > 0 && size + line.size() > limits.maximumBytes) {
            turnOver();
        }
        file.write(line);
        file.flush();
    }

    QFile file;
    Limits limits;
    QMutex mutex;
    QtMessageHandler before = nullptr;
};

namespace {

/// Qt's handler is a plain function, so what it writes to has to be found here.
QBasicMutex currentMutex;
Log *currentLog = nullptr;

} // namespace

Result<std::unique_ptr<Log>, QString> Log::open(const QString &file, Limits limits)
{
    auto sink = std::make_unique<Sink>(file, limits);
    if (!sink->openFile()) {
        return failure(
            Sentence::tr("ログファイル %1 に書き込めません。フォルダの権限と空き容量を確認してください。")
                .arg(file));
    }
    return std::unique_ptr<Log>(new Log(std::move(sink)));
}

Log::Log(std::unique_ptr<Sink> sink) : m_sink(std::move(sink))
{
    const QMutexLocker locked(&currentMutex);
    currentLog = this;
    m_sink->before = qInstallMessageHandler(&Log::handle);
}

Log::~Log()
{
    const QMutexLocker locked(&currentMutex);
    qInstallMessageHandler(m_sink->before);
    currentLog = nullptr;
}

void Log::handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString line = japantime::toStoredText(QDateTime::currentDateTimeUtc()) + u' ' + nameOf(type) +
                         u' ' + QString::fromUtf8(context.category) + u' ' + onOneLine(message) + u'\n';
    QtMessageHandler before = nullptr;
    {
        const QMutexLocker locked(&currentMutex);
        if (currentLog) {
            currentLog->m_sink->write(line.toUtf8());
            before = currentLog->m_sink->before;
        }
    }
    if (type == QtFatalMsg && before) {
        before(type, context, message);
    }
}

} // namespace kessai
