#pragma once

#include <QCoreApplication>

namespace kessai {

/// Sentences of the core that a program shows to staff: Sentence::tr("…").arg(…), from any thread. They are
/// written in Japanese and stay so until a program installs a translator, which the command line never does.
/// What is kept in the database or matched against input is no sentence.
class Sentence
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

} // namespace kessai
