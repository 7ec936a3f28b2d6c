#include "tests/gmo/bodydamage.h"

namespace kessai::testing {

qsizetype numberBelow(qsizetype limit, std::mt19937 &random)
{
    return static_cast<qsizetype>(random() % static_cast<quint32>(limit));
}

QByteArray damaged(QByteArray body, std::mt19937 &random)
{
    for (qsizetype edit = numberBelow(4, random); edit >= 0 && !body.isEmpty(); --edit) {
        const qsizetype at = numberBelow(body.size(), random);
        switch (numberBelow(5, random)) {
        case 0:
            body[at] = static_cast<char>(random());
            break;
        case 1:
            body.remove(at, numberBelow(20, random));
            break;
        case 2: {
            const qsizetype from = numberBelow(body.size(), random);
            body.insert(at, body.mid(from, numberBelow(40, random)));
            break;
        }
        case 3:
            body.insert(at, "&=|\r\n\x83"[numberBelow(6, random)]);
            break;
        default:
            body.truncate(at);
        }
    }
    return body;
}

} // namespace kessai::testing
