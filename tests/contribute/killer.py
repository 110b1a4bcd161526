"""Kill `borderclash merge --update` while it writes, again and again: python killer.py FOLDER KILLS. Tests run it.

FOLDER holds a package and update.yaml. The command is run whole, once. Where it begins to write, its process is forked for each kill: the
child goes on with the command, writes, tells what it did and ends, or is killed a random while after the fork; what it leaves is judged
before and after the next writer has cleared up, and the package is laid out anew. So the two seconds of reading and judging are spent
once, and the kills fall where something can be torn. What was seen is printed as JSON.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median

import borderclash.contribute.merge as room
from borderclash.__main__ import main as command
from borderclash.package.journal import exclusive, file_of
from borderclash.package.locate import locate

ARGUMENTS = ["borderclash", "merge", "--into", "package", "--update", "--on", "2001-06-01", "update.yaml"]
PACKAGE, KEPT, WROTE = Path("package"), Path("kept"), Path("wrote")
UNHARMED = 5
"""So many are let be, to see how long the writing takes."""


def content(root):
    """Return every file by its name."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def lay_out():
    """Put the package back as it was; its descriptor, which is what is locked, is another file from now on."""
    shutil.rmtree(PACKAGE)
    shutil.copytree(KEPT, PACKAGE)


def seen_after(kills):
    """Return what so many kills left, as counts; and None in each child, which is to go on."""
    lay_out()
    before, spans, after = content(PACKAGE), [], {}
    left, rng = Counter(), random.Random(kills)  # noqa: S311 - moments, not secrets
    for number in range(UNHARMED + kills):
        lay_out()
        begun = time.perf_counter()
        child = os.fork()
        if child == 0:
            return None
        if number >= UNHARMED:
            time.sleep(rng.uniform(0, 1.3 * median(spans)))
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if number < UNHARMED:
            spans.append(float(WROTE.read_text(encoding="utf-8")) - begun)
            after = content(PACKAGE)
            continue
        raw = content(PACKAGE)
        seen = {file: file_of(PACKAGE, file).read_bytes() for file in before}
        with exclusive(locate(PACKAGE)):
            pass
        healed = content(PACKAGE)
        left["kept" if healed == before else "merged" if healed == after else "torn"] += 1
        left["cleared up"] += raw != healed
        left["read otherwise"] += seen != healed
    return {"changed": sorted(file for file in after if after[file] != before.get(file)), **left}


def main(folder, kills):
    """Run the command up to where it writes, and from there on as often as it is to be killed."""
    os.chdir(folder)
    shutil.copytree(PACKAGE, KEPT)
    write, result = room.replace_files, Path("seen.json")

    def replace_files(root, contents):
        seen = seen_after(kills)
        if seen is not None:
            result.write_text(json.dumps(seen), encoding="utf-8")
            os._exit(0)
        write(root, contents)
        WROTE.write_text(str(time.perf_counter()), encoding="utf-8")

    room.replace_files, sys.argv = replace_files, ARGUMENTS
    command()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
