# The functions with which every folder declares its targets. Sources are listed by the caller, never globbed.

add_library(kessai_options INTERFACE)
target_compile_options(kessai_options INTERFACE -Wall -Wextra -Wswitch-enum -Wnon-virtual-dtor -Werror -fno-omit-frame-pointer)
target_compile_definitions(kessai_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(kessai_options INTERFACE ${CMAKE_SOURCE_DIR})

# kessai_library(NAME SOURCES … LINK … [PRECOMPILE header…] [SEAMS])
# Makes the static library kessai_NAME; with SEAMS, and when tests are built, also kessai_NAME_seams: the same sources with
# KESSAI_TEST_SEAMS defined, linked to the seams form of those kessai_ libraries in LINK that have one.
function(kessai_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "SEAMS" "" "SOURCES;LINK;PRECOMPILE")
    kessai_add_static_library(kessai_${name} "${arg_SOURCES}" "${arg_LINK}" "${arg_PRECOMPILE}")
    if(arg_SEAMS AND KESSAI_TESTS)
        set(seams_link "")
        foreach(library IN LISTS arg_LINK)
            if(TARGET ${library}_seams)
                list(APPEND seams_link ${library}_seams)
            else()
                list(APPEND seams_link ${library})
            endif()
        endforeach()
        kessai_add_static_library(kessai_${name}_seams "${arg_SOURCES}" "${seams_link}" "${arg_PRECOMPILE}")
        target_compile_definitions(kessai_${name}_seams PUBLIC KESSAI_TEST_SEAMS)
    endif()
endfunction()

function(kessai_add_static_library target sources link precompile)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PUBLIC ${link} PRIVATE kessai_options)
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
    if(precompile AND KESSAI_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE ${precompile})
    endif()
endfunction()

# kessai_test(NAME SOURCES … LINK … [TIMEOUT seconds] [LABELS label…])
# One Qt Test program, run by ctest without a display. NAME mirrors the source folder: gmo_codec, storage_journal …
# Labels long, fuzz and bench take it out of the common run: installer/test.sh --long runs it.
function(kessai_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LINK;LABELS")
    add_executable(test_${name} ${arg_SOURCES})
    target_link_libraries(test_${name} PRIVATE ${arg_LINK} Qt6::Test kessai_options)
    set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_compile_definitions(test_${name} PRIVATE KESSAI_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
    add_test(NAME ${name} COMMAND test_${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}" ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8;KESSAI_BINARIES=${CMAKE_BINARY_DIR}/bin")
endfunction()

# kessai_fuzzer(TARGET [FOLDER of samples])
# Makes a program a libFuzzer program with sanitizers, and a test with the label fuzz: ten minutes, from the samples on.
function(kessai_fuzzer target)
    set(sanitizers -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined)
    target_compile_options(${target} PRIVATE ${sanitizers})
    target_link_options(${target} PRIVATE ${sanitizers})
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
    set(found ${CMAKE_BINARY_DIR}/fuzz/${target}-inputs)
    file(MAKE_DIRECTORY ${found})
    add_test(NAME ${target} COMMAND ${target} -max_total_time=600 -max_len=4096 -timeout=10 -rss_limit_mb=2048
        -print_final_stats=1 -artifact_prefix=${target}- ${found} ${ARGN})
    set_tests_properties(${target} PROPERTIES LABELS fuzz TIMEOUT 900)
    if(NOT TARGET fuzzers)
        add_custom_target(fuzzers)
    endif()
    add_dependencies(fuzzers ${target})
endfunction()
