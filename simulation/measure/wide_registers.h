#pragma once

/// Before a function: GCC compiles it for wider registers too, which are taken where the processor has them.
/// Without fused operations (-ffp-contract=off) the bytes are the same. Not under the sanitizers: they are not
/// ready yet when the choice is made.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define FORESHOW_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define FORESHOW_WIDE
#endif
