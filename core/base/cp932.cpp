#include "core/base/cp932.h"

#include <unicode/ucnv.h>

#include <memory>

namespace kessai {
namespace {

struct ConverterCloser
{
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using ConverterHandle = std::unique_ptr<UConverter, ConverterCloser>;

/// ICU's own STOP leaves out in silence what is never drawn alone: the variation selectors of names
/// (葛󠄀), joiners, marks of direction. They are part of a text and are refused like everything that CP932
/// lacks.
void refuseAll(const void *, UConverterFromUnicodeArgs *, const UChar *, int32_t, UChar32,
               UConverterCallbackReason, UErrorCode *)
{
    // the error that it is called with stands
}

ConverterHandle openConverter()
{
    UErrorCode status = U_ZERO_ERROR;
    // The full name: plain "ibm-943" is another table.
    ConverterHandle converter(ucnv_open("ibm-943_P15A-2003", &status));
    if (U_FAILURE(status)) {
        qFatal("ICU lacks the converter ibm-943_P15A-2003: %s", u_errorName(status));
    }
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    ucnv_setFromUCallBack(converter.get(), refuseAll, nullptr, nullptr, nullptr, &status);
    return converter;
}

UConverter *converterOfThisThread()
{
    thread_local const ConverterHandle converter = openConverter();
    ucnv_reset(converter.get());
    return converter.get();
}

/// Punctuation as iconv maps it, and no surprise of IBM's table: it turns three control characters into one
/// another and takes a private character for №.
QString asIbmTableHasIt(QString text)
{
    for (QChar &character : text) {
        switch (character.unicode()) {
        case 0x301C:
            character = QChar(0xFF5E);
            break;
        case 0x2212:
            character = QChar(0xFF0D);
            break;
        case 0x2016:
            character = QChar(0x2225);
            break;
        case 0x2014:
            character = QChar(0x2015);
            break;
        case 0x1A:
            character = QChar(0x1C);
            break;
        case 0x1C:
            character = QChar(0x7F);
            break;
        case 0x7F:
            character = QChar(0x1A);
            break;
        case 0xF86F:
            character = QChar(0xFFFF); // which no table has
            break;
        default:
            break;
        }
    }
    return text;
}

/// The way back of the three control characters.
void restoreControls(QString &text)
{
    for (QChar &character : text) {
        switch (character.unicode()) {
        case 0x1A:
            character = QChar(0x7F);
            break;
        case 0x1C:
            character = QChar(0x1A);
            break;
        case 0x7F:
            character = QChar(0x1C);
            break;
        default:
            break;
        }
    }
}

QString characterAt(const QString &text, qsizetype position)
{
    const bool pair = position + 1 < text.size() && text[position].isHighSurrogate();
    return text.mid(position, pair ? 2 : 1);
}

} // namespace

Result<QString, Cp932Error> decodeCp932(const QByteArray &bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    QString text(bytes.size(), Qt::Uninitialized); // never more units than bytes
    auto *target = reinterpret_cast<UChar *>(text.data());
    UChar *const targetStart = target;
    const char *source = bytes.constData();
    ucnv_toUnicode(converterOfThisThread(), &target, target + text.size(), &source, source + bytes.size(),
                   nullptr, true, &status);
    if (U_FAILURE(status)) {
        return failure(Cp932Error{source - bytes.constData(), {}});
    }
    text.truncate(target - targetStart);
    restoreControls(text);
    return text;
}

Result<QByteArray, Cp932Error> encodeCp932(const QString &text)
{
    const QString mapped = asIbmTableHasIt(text);
    UConverter *const converter = converterOfThisThread();
    UErrorCode status = U_ZERO_ERROR;
    QByteArray bytes(mapped.size() * 2, Qt::Uninitialized); // at most two bytes a unit
    char *target = bytes.data();
    const auto *source = reinterpret_cast<const UChar *>(mapped.constData());
    const UChar *const sourceStart = source;
    ucnv_fromUnicode(converter, &target, target + bytes.size(), &source, source + mapped.size(), nullptr,
                     true, &status);
    if (U_FAILURE(status)) {
        const qsizetype consumed = source - sourceStart;
        UErrorCode query = U_ZERO_ERROR;
        UChar bad[U16_MAX_LENGTH + 1];
        int8_t badLength = U16_MAX_LENGTH;
        ucnv_getInvalidUChars(converter, bad, &badLength, &query);
        const qsizetype position = std::max<qsizetype>(0, consumed - std::max<qsizetype>(badLength, 1));
        return failure(Cp932Error{position, characterAt(text, position)});
    }
    bytes.truncate(target - bytes.constData());
    return bytes;
}

} // namespace kessai
