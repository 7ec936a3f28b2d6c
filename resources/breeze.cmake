# Finds the files of the Breeze theme (Debian package breeze-icon-theme) for the names in icons.txt.

set(KESSAI_ICON_THEMES /usr/share/icons CACHE PATH "Folder that holds the icon themes breeze and breeze-dark")

# Sets RESULT to the SVG of one icon, 16 pixels before 22; stops the configuration where the theme has none.
function(kessai_find_breeze_icon theme name result)
    foreach(size 16 22)
        foreach(group actions status emblems places categories devices)
            set(path ${KESSAI_ICON_THEMES}/${theme}/${group}/${size}/${name}.svg)
            if(EXISTS ${path}) # false for a dangling link
                file(REAL_PATH ${path} path)
                set(${result} ${path} PARENT_SCOPE)
                return()
            endif()
        endforeach()
    endforeach()
    message(FATAL_ERROR "resources/icons.txt: ${KESSAI_ICON_THEMES}/${theme} has no icon ${name}; "
        "is the package breeze-icon-theme installed?")
endfunction()

# Sets RESULT to the text of a .qrc file with the program's own icon and every icon of LIST_FILE in both themes.
function(kessai_breeze_qrc list_file result)
    file(STRINGS ${list_file} names REGEX "^[a-z]")
    set(qrc "<RCC>\n<qresource prefix=\"/icons\">\n<file alias=\"kessai-desk.svg\">")
    string(APPEND qrc "${CMAKE_CURRENT_SOURCE_DIR}/kessai-desk.svg</file>\n")
    foreach(theme breeze breeze-dark)
        foreach(line IN LISTS names)
            string(REGEX REPLACE "=.*" "" name ${line})
            string(REGEX REPLACE ".*=" "" file ${line})
            kessai_find_breeze_icon(${theme} ${file} path)
            string(APPEND qrc "<file alias=\"${theme}/${name}.svg\">${path}</file>\n")
        endforeach()
    endforeach()
    set(${result} "${qrc}</qresource>\n</RCC>\n" PARENT_SCOPE)
endfunction()
