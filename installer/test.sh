#!/usr/bin/env bash
# Installs what is needed (as root, on Debian bookworm), builds once and runs every test; no display, no question.
#     installer/test.sh           the tests: under 10 minutes warm, 45 cold, on 2 cores
#     installer/test.sh --long    and then the long campaigns, the sanitizers, the fuzzers and the measurements
# The preset "test" builds: -O1 without debug information costs as much time as -O0 and the tests run faster, and with
# Qt's assertions, which a release leaves out.
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/packages.sh

long=no
case "${1:-}" in
    "") ;;
    --long) long=yes ;;
    *) sed -n 2,4p "$0"; exit 2 ;;
esac
cores=$(nproc)
started=$SECONDS

step() {
    echo "== $* ($(((SECONDS - started) / 60)) min)"
}

build() { # preset
    step "building with preset $1"
    cmake --preset "$1" >"build/$1.log" 2>&1 || { cat "build/$1.log"; exit 1; }
    cmake --build "build/$1" -j "$cores"
}

# Tests of one kind carry its label; those without a label of this list belong to every run.
special='^(long|fuzz|bench)$'

run_tests() { # preset, ctest arguments…
    local preset=$1
    shift
    installer/with-postgresql.sh ctest --test-dir "build/$preset" -j "$cores" --output-on-failure "$@" </dev/null
}

run_label() { # label
    if ctest --test-dir build/test -N -L "^$1\$" | grep -q '^Total Tests: 0$'; then
        step "no test has the label $1"
        return
    fi
    step "tests with the label $1"
    run_tests test -L "^$1\$" -j 1
}

# The readers once more, by clang, which brings libFuzzer.
kessai_packages_fuzz=(clang libclang-rt-dev)
build_fuzzers() {
    kessai_install fuzz
    step "building the fuzzers"
    cmake -S . -B build/fuzz -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" \
        -DCMAKE_CXX_COMPILER=clang++ -DKESSAI_FUZZ=ON -DKESSAI_PRECOMPILE=OFF >build/fuzz.log 2>&1 ||
        { cat build/fuzz.log; exit 1; }
    cmake --build build/fuzz -j "$cores" --target fuzzers
}

kessai_install build test look
mkdir -p build
build test
step "running the tests"
run_tests test --no-tests=error -LE "$special"

if [ $long = yes ]; then
    run_label long
    build_fuzzers
    step "running the fuzzers, ten minutes each"
    ctest --test-dir build/fuzz -L '^fuzz$' -j 1 --no-tests=error --output-on-failure
    build asan
    step "running the tests with the sanitizers"
    run_tests asan --no-tests=error -LE "$special"
    run_label bench
fi
step "all tests passed"
