#!/usr/bin/env bash
# Checks what the compiler and the tests do not see. Needs the build of installer/test.sh.
#     installer/check.sh          clang-tidy over core/ and what the last 20 commits touched
#     installer/check.sh --all    clang-tidy over everything, with clang's analyzer, which takes most of the time
# Warnings need no check here: every build has -Werror.
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/packages.sh

all=no
case "${1:-}" in
    "") ;;
    --all) all=yes ;;
    *) sed -n 2,4p "$0"; exit 2 ;;
esac
build=build/test
cores=$(nproc)
started=$SECONDS
failed=()

git_here() { # the checkout may belong to somebody else than root
    git -c safe.directory='*' "$@"
}

sources() { # pathspec…
    git_here ls-files -- "$@" | grep -E '\.(h|cpp)$' || true
}

check_format() {
    local file bad=()
    for file in $(sources core ui app tests); do
        clang-format "$file" | cmp -s "$file" - || bad+=("$file")
    done
    [ ${#bad[@]} -eq 0 ] || { echo "not as clang-format writes it: clang-format -i ${bad[*]}"; return 1; }
}

check_layering() {
    ctest --test-dir $build -R '^layout_' --output-on-failure --no-tests=error | grep -E 'tests passed|: [A-Z<"]|FAIL'
    [ "${PIPESTATUS[0]}" = 0 ]
}

# A fresh lupdate on copies: whatever it marks is text that the files do not have, or have for nothing.
check_translations() {
    local copies file marks
    copies=$(mktemp -d)
    cp translations/*.ts "$copies" 2>/dev/null || { echo "no translations yet"; rmdir "$copies"; return; }
    /usr/lib/qt6/bin/lupdate -silent -I . -locations none ui app core -ts "$copies"/*.ts
    for file in "$copies"/*.ts; do
        marks=$(grep -E -B4 'type="(unfinished|vanished|obsolete)"' "$file" || true)
        [ -z "$marks" ] || { echo "translations/$(basename "$file"): run lupdate and translate"; echo "$marks"; }
        [ -z "$marks" ] || failed_translation=yes
    done
    rm -r "$copies"
    [ -z "${failed_translation:-}" ]
}

touched_lately() {
    git_here log -20 --name-only --pretty=format: | sort -u | grep -E '^(ui|app|tests)/.*\.cpp$' || true
}

tidy_sources() {
    if [ $all = yes ]; then
        sources core ui app tests | grep '\.cpp$'
    else
        { sources core | grep '\.cpp$'; touched_lately; } | sort -u
    fi
}

# run-clang-tidy takes expressions and leaves out what the database of this build does not have.
check_clang_tidy() {
    local log=$build/clang-tidy.log checks=-clang-analyzer-*
    [ $all = no ] || checks=
    installer/tidy-database.py $build $build/tidy
    if ! tidy_sources | sed "s|.*|^$PWD/&\$|" |
        xargs -r run-clang-tidy -quiet -checks="$checks" -j "$cores" -p $build/tidy >$log 2>&1; then
        sed 's/\x1b\[[0-9;]*m//g' $log | grep -vE '^clang-tidy|^/usr/bin/clang-tidy|warnings? generated|^$' || true
        return 1
    fi
}

run_check() { # function
    echo "== ${1//_/ } ($((SECONDS - started)) s)"
    "$1" || failed+=("$1")
}

kessai_install build check
[ -e $build/compile_commands.json ] || { echo "check.sh: run installer/test.sh first" >&2; exit 2; }
for check in check_format check_layering check_translations check_clang_tidy; do
    run_check $check
done
[ ${#failed[@]} -eq 0 ] || { echo "== failed ($((SECONDS - started)) s): ${failed[*]//_/ }"; exit 1; }
echo "== all checks passed ($((SECONDS - started)) s)"
