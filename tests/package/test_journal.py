"""Several files as one change: whenever the writer stops, the package is as it was or as it should be."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from borderclash.errors import UnreadableError
from borderclash.package.journal import exclusive, file_of, replace_files
from borderclash.package.locate import locate

from .conftest import lay

FILES = ("data/actors.csv", "data/claims.csv", "data/figures.csv", "data/sources.csv")


def state(root: Path) -> dict[str, bytes]:
    return {file: file_of(root, file).read_bytes() for file in FILES}


def version(number: int) -> dict[str, bytes]:
    return {file: f"{file} {number}\n".encode() * 200 for file in FILES}


@pytest.fixture
def root(tmp_path):
    root = lay(tmp_path / "package")
    replace_files(root, version(0))
    return root


def test_nothing_is_left_lying_about(root):
    before = {path.name for path in root.iterdir()}
    with exclusive(locate(root)):
        replace_files(root, version(1))
    assert {path.name for path in root.iterdir()} == before
    assert state(root) == version(1)


@pytest.mark.parametrize("stops_at", range(len(FILES) + 1))
def test_a_writer_that_dies_between_two_files_has_written_all_of_them(root, monkeypatch, stops_at):
    moved: list[Path] = []
    original = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if len(moved) == stops_at:
            raise KeyboardInterrupt
        moved.append(target)
        return original(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replace)
        try:
            replace_files(root, version(1))
        except KeyboardInterrupt:
            assert stops_at < len(FILES)
    assert state(root) == version(1)
    with exclusive(locate(root)):
        pass
    assert {file: (root / file).read_bytes() for file in FILES} == version(1)


def test_a_full_disk_leaves_everything_as_it_was(root, monkeypatch):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = {path.name for path in root.iterdir()}
    with pytest.raises(OSError, match="No space left"):
        replace_files(root, version(1))
    assert state(root) == version(0)
    assert {path.name for path in root.iterdir()} == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="it takes a process that can be killed between two instructions")
def test_a_writer_killed_at_two_hundred_random_moments_leaves_a_whole_state_each_time(root):
    rng = random.Random(200)  # noqa: S311 - moments, not secrets
    package, seen = locate(root), set()
    for _ in range(200):
        start = int(state(root)[FILES[0]].split()[1])
        child = os.fork()
        if child == 0:
            try:
                number = start
                while True:
                    number += 1
                    with exclusive(package):
                        replace_files(root, version(number))
            finally:
                os._exit(1)
        time.sleep(rng.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        now = state(root)
        number = int(now[FILES[0]].split()[1])
        assert now == version(number)
        seen.add(number)
        with exclusive(package):
            assert {file: (root / file).read_bytes() for file in FILES} == version(number)
    assert len(seen) > 10


def test_a_folder_that_cannot_be_written_to_is_said(root, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UnreadableError, match="--into PATH"), exclusive(locate(root)):
        pass
