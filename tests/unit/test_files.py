from collections.abc import Callable
from pathlib import Path

import pytest

from qiyue.diagnostics import Refused
from qiyue.files import Difference, File, compare, write

MANIFEST = ".qiyue-manifest.json"


def files(**contents: str) -> list[File]:
    """``files(a__b="x")`` is a file ``a/b`` that holds ``x``."""
    return [File(name.replace("__", "/"), text.encode()) for name, text in contents.items()]


def state(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text() if path.is_file() else "a folder"
        for path in folder.rglob("*")
    }


def refused(planned: list[File], out: Path) -> str:
    with pytest.raises(Refused) as caught:
        write(planned, out)
    return caught.value.diagnostics[0].code


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "not" / "there" / "yet"
    write(files(a="1", p__b="2", p__q__c="3"), folder)
    return folder


def test_the_first_write_makes_the_folder(out: Path) -> None:
    contents = state(out)
    assert contents.pop(MANIFEST).startswith("{")
    assert contents == {"a": "1", "p": "a folder", "p/b": "2", "p/q": "a folder", "p/q/c": "3"}
    assert list(out.parent.iterdir()) == [out]


def test_the_same_again_touches_nothing(out: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    assert write(files(a="1", p__b="2", p__q__c="3"), out).changed == ()
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before


def test_equal_files_give_equal_bytes_in_any_order(tmp_path: Path) -> None:
    write(files(a="1", b="2"), tmp_path / "x")
    write(files(b="2", a="1"), tmp_path / "y")
    assert state(tmp_path / "x") == state(tmp_path / "y")


def test_stale_files_and_their_folders_go_and_others_stay(out: Path) -> None:
    (out / "p" / "mine").write_text("user")
    written = write(files(a="5", n="6"), out)
    assert written.changed == (MANIFEST, "a", "n")
    assert written.removed == ("p/b", "p/q/c")
    contents = state(out)
    del contents[MANIFEST]
    assert contents == {"a": "5", "n": "6", "p": "a folder", "p/mine": "user"}


def test_a_file_can_become_a_folder_and_back(out: Path) -> None:
    write(files(a__x="1", p="2"), out)
    assert state(out) == {"a": "a folder", "a/x": "1", "p": "2", MANIFEST: state(out)[MANIFEST]}
    write(files(a="1", p__b="2", p__q__c="3"), out)
    assert compare(files(a="1", p__b="2", p__q__c="3"), out) == ()


def test_compare_names_every_difference(out: Path) -> None:
    (out / "a").write_text("edited")
    (out / "p" / "b").unlink()
    (out / "added").write_text("")
    for passing in ("__pycache__/a.pyc", "x.egg-info/PKG", ".mypy_cache/c"):
        (out / passing).parent.mkdir()
        (out / passing).write_text("")
    assert compare(files(a="1", p__b="2", p__q__c="3"), out) == (
        Difference("a", "changed"),
        Difference("added", "extra"),
        Difference("p/b", "missing"),
    )


def test_compare_with_no_folder_misses_everything(tmp_path: Path) -> None:
    assert [found.what for found in compare(files(a="1"), tmp_path / "absent")] == ["missing", "missing"]


BAD_PATHS = (
    "../x",
    "a/../../x",
    "/etc/x",
    "",
    "a//b",
    "./a",
    "a\\b",
    "C:/x",
    "C:x",
    "a\0b",
    "a\nb",
    "nul",
    "x/con.txt",
    "COM1",
    "a.",
    "a ",
    "x" * 300,
    "é" * 150,
    "\ud800",
)


@pytest.mark.parametrize("path", BAD_PATHS, ids=ascii)
def test_no_path_leads_out_of_the_folder(path: str, tmp_path: Path) -> None:
    assert refused([File(path, b"")], tmp_path / "out") == "output-escapes"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("paths", [("a", "a"), ("a", "A"), ("a", "a/b"), ("a/b", "A"), (MANIFEST,)])
def test_two_files_of_one_path_are_refused(paths: tuple[str, ...], tmp_path: Path) -> None:
    assert refused([File(path, b"") for path in paths], tmp_path / "out") == "output-collision"


def in_the_way_a_folder_of_the_user(out: Path) -> Path:
    (out.parent / "mine").mkdir()
    (out.parent / "mine" / "thesis.txt").write_text("")
    return out.parent / "mine"


def in_the_way_a_file(out: Path) -> Path:
    return out / "a"


def in_the_way_a_file_above(out: Path) -> Path:
    return out / "a" / "b"


def in_the_way_a_file_of_the_user(out: Path) -> Path:
    (out / "new").write_text("user")
    return out


def in_the_way_a_folder(out: Path) -> Path:
    (out / "new").mkdir()
    (out / "new" / "mine").write_text("user")
    return out


def in_the_way_a_link(out: Path) -> Path:
    (out.parent / "elsewhere").mkdir()
    (out / "linked").symlink_to(out.parent / "elsewhere")
    return out


def in_the_way_a_read_only_folder(out: Path) -> Path:
    out.chmod(0o555)
    return out


def in_the_way_a_read_only_parent(out: Path) -> Path:
    out.parent.chmod(0o555)
    return out.parent / "other"


def in_the_way_a_damaged_manifest(out: Path) -> Path:
    (out / MANIFEST).write_text('{"files": {"../../x": ""}}')
    return out


OBSTACLES = {
    in_the_way_a_folder_of_the_user: "output-not-ours",
    in_the_way_a_file: "output-not-writable",
    in_the_way_a_file_above: "output-not-writable",
    in_the_way_a_file_of_the_user: "output-not-ours",
    in_the_way_a_folder: "output-not-ours",
    in_the_way_a_link: "output-escapes",
    in_the_way_a_read_only_folder: "output-not-writable",
    in_the_way_a_read_only_parent: "output-not-writable",
    in_the_way_a_damaged_manifest: "output-not-ours",
}


@pytest.mark.parametrize("obstacle", OBSTACLES, ids=lambda obstacle: obstacle.__name__)
def test_an_obstacle_is_one_diagnostic_and_nothing_changes(
    obstacle: Callable[[Path], Path], out: Path, tmp_path: Path
) -> None:
    target = obstacle(out)
    before = state(tmp_path)
    assert refused(files(a="changed", new="1", linked__x="2"), target) == OBSTACLES[obstacle]
    out.chmod(0o755)
    out.parent.chmod(0o755)
    assert state(tmp_path) == before


@pytest.mark.parametrize("step", range(1, 6))
def test_a_failure_at_any_step_takes_every_step_back(step: int, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, count, replace = state(out), 0, Path.replace

    def failing(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == step:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", failing)
        assert refused(files(a="7", new__x="8", p__b="9", p__d="10"), out) == "output-not-writable"
    assert state(out) == before


def test_after_a_crash_the_next_write_mends_the_folder(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Crash(BaseException):
        pass

    count, replace = 0, Path.replace

    def crashing(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count > 3:
            raise Crash
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", crashing)
        with pytest.raises(Crash):
            write(files(a="7", m="8", n="9"), out)
    write(files(a="7", m="8", n="9"), out)
    assert compare(files(a="7", m="8", n="9"), out) == ()
