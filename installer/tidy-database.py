#!/usr/bin/env python3
"""Makes a compile database for clang-tidy from that of a GCC build.

usage: tidy-database.py BUILD_FOLDER TARGET_FOLDER

Each source stands in it once, without the seams build of core (the same sources again). Precompiled headers are included
as plain headers: clang takes the .gch beside them for its own and stops.
"""
import json
import pathlib
import re
import sys

build, target = map(pathlib.Path, sys.argv[1:3])
target.mkdir(parents=True, exist_ok=True)


def plain_header(match):
    header = pathlib.Path(match[1])
    copy = target / f"{header.parent.stem}.hxx"
    copy.write_text(header.read_text())
    return f"-include {copy.resolve()}"


entries = {}
for entry in json.loads((build / "compile_commands.json").read_text()):
    command = entry["command"]
    is_generated = str(build.resolve()) in entry["file"] or entry["file"].endswith((".gch", ".hxx.cxx"))
    if is_generated or "_seams.dir/" in command:
        continue
    entry["command"] = re.sub(r"-Winvalid-pch -include (\S+)", plain_header, command)
    entry.pop("output", None)
    entries.setdefault(entry["file"], entry)
(target / "compile_commands.json").write_text(json.dumps(list(entries.values()), indent=1))
