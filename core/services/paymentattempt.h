#pragma once

#include "core/services/paymentoperation.h"

#include <chrono>

namespace kessai {

/// How long an answer that could not be stored waits for the next try (journal.md §12).
constexpr std::chrono::milliseconds StoreRetry{2000};

/// What one run of the eight steps carries from step to step; lives in run()'s frame.
struct PaymentOperation::Attempt
{
    Operation operation;
    Payment payment;
    bool inRun = false;
    GatewayGate::Lease lease;
    InquiryAnswer read;
    PreparedRequest request;
    std::chrono::milliseconds armedSinceBoot{};
    MutationAnswer answer;
    OperationRunResult result;
};

} // namespace kessai
