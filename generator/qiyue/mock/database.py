"""Database: the storage of mocks in one SQLite file, which outlives every process and may serve several at once.

One table of rows ``(mock, part, key, value, version)``; key and value are JSON texts. Each transaction that changes
something counts the version up, so a process reads only what others have changed since it looked last. A dropped key
stays as a row without a value, for the others to see. SQLite does not wait for the disk at each commit: what is kept
outlives the end of the process, but may not outlive the end of the machine.
"""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Final, TypeAlias

from qiyue.base import json
from qiyue.base.absent import ABSENT
from qiyue.diagnostics import Place, refuse
from qiyue.mock.storage import Apply, Part, StorageError
from qiyue.values import Plain

_KIND: Final = 0x71797565
"""SQLite's ``application_id`` of such a file."""
_FORMAT: Final = 1
_PATIENCE: Final = 30.0
"""Seconds that a request waits for the transactions of other processes."""
_TABLE: Final = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS kept (
    mock TEXT NOT NULL, part TEXT NOT NULL, key TEXT NOT NULL, value TEXT, version INTEGER NOT NULL,
    PRIMARY KEY (mock, part, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS changes ON kept (mock, version);
PRAGMA application_id = {_KIND};
PRAGMA user_version = {_FORMAT};
COMMIT;
"""
_CHANGES: Final = "SELECT part, key, value, version FROM kept WHERE mock = ? AND version > ? ORDER BY version"
_VALUE: Final = "SELECT value FROM kept WHERE mock = ? AND part = ? AND key = ?"
_PUT: Final = "INSERT OR REPLACE INTO kept (mock, part, key, value, version) VALUES (?, ?, ?, ?, ?)"
_DELETE: Final = "DELETE FROM kept WHERE mock = ? AND part = ? AND key = ?"
_ABOUT: Final = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
_OWNER_ONLY: Final = 0o600
_PAUSE: Final = 0.02

_Row: TypeAlias = tuple[str, str]
"""The name of a part, and a key of it as JSON."""


class Database:
    """One file, opened once for each process."""

    def __init__(self, path: Path) -> None:
        """Open a file, or make one that only its owner can read.

        Raises:
            Refused: it cannot be opened or written, or is no such file.
        """
        try:
            _make_private(path)
            self._connection = _connect(path)
        except (OSError, sqlite3.OperationalError) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else error
            raise refuse("output-not-writable", f"the state cannot be kept: {why}", Place(str(path))) from None
        except (ValueError, sqlite3.DatabaseError) as error:
            raise refuse("invalid-state", f"the file is no state of a mock: {error}", Place(str(path))) from None

    def of(self, mock: str) -> "Rows":
        """The storage of the mock with a name."""
        return Rows(self._connection, mock)

    def close(self) -> None:
        """Leave one file, without the files that SQLite has beside it meanwhile."""
        self._connection.close()


class Rows:
    """What one mock keeps in a database."""

    def __init__(self, connection: sqlite3.Connection, mock: str) -> None:
        self._connection, self._mock = connection, mock
        self._maps: dict[str, Apply] = {}
        self._version = 0
        self._changed: dict[_Row, str | None] = {}
        self._expired: set[_Row] = set()

    def part(self, name: str, apply: Apply) -> Part:
        """The changes of one map; see ``Storage``."""
        self._maps[name] = apply
        return _Recorded(self, name, apply)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One request; see ``Storage``."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._read()
            before = self._version
            try:
                yield
                self._write()
                self._connection.execute("COMMIT")
            except BaseException:
                self._version = before
                self._take_back()
                raise
        except sqlite3.Error as error:
            raise StorageError(str(error)) from None
        finally:
            self._changed, self._expired = {}, set()

    def note(self, row: _Row, value: str | None) -> None:
        """Remember a change until the transaction ends; ``None`` drops the key."""
        self._expired.discard(row)
        self._changed[row] = value

    def note_expired(self, row: _Row) -> None:
        """Remember that the time of a key has come."""
        self._changed.pop(row, None)
        self._expired.add(row)

    def _read(self) -> None:
        for part, key, value, version in self._connection.execute(_CHANGES, (self._mock, self._version)):
            self._apply((part, key), value)
            self._version = version

    def _write(self) -> None:
        if self._expired:
            self._connection.executemany(_DELETE, [(self._mock, *row) for row in self._expired])
        if self._changed:
            self._version += 1
            rows = [(self._mock, *row, value, self._version) for row, value in self._changed.items()]
            self._connection.executemany(_PUT, rows)

    def _take_back(self) -> None:
        """End the transaction, and give the maps the values again that the changed keys have in the file."""
        with suppress(sqlite3.Error):  # SQLite may have ended it by itself
            self._connection.execute("ROLLBACK")
        for row in (*self._changed, *self._expired):
            found = self._connection.execute(_VALUE, (self._mock, *row)).fetchone()
            self._apply(row, found[0] if found else None)

    def _apply(self, row: _Row, value: str | None) -> None:
        part, key = row
        if part in self._maps:  # a part that this process does not have stays in the file
            self._maps[part](json.loads(key), ABSENT if value is None else json.loads(value))


class _Recorded(Part):
    """A part whose changes are written at the end of the transaction."""

    def __init__(self, rows: Rows, name: str, apply: Apply) -> None:
        super().__init__(apply)
        self._rows, self._name = rows, name

    def put(self, key: Plain, value: Plain) -> None:
        """Set the value of a key."""
        super().put(key, value)
        self._rows.note(self._row(key), json.dumps(value).decode())

    def drop(self, key: Plain) -> None:
        """Take a key out, for all processes."""
        super().drop(key)
        self._rows.note(self._row(key), None)

    def expire(self, key: Plain) -> None:
        """Take a key out of the file, and of the map of this process."""
        super().expire(key)
        self._rows.note_expired(self._row(key))

    def _row(self, key: Plain) -> _Row:
        return self._name, json.dumps(key).decode()


def _make_private(path: Path) -> None:
    """Make the file, if it is not there, and let only its owner read it. What is no file stays as it is."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, _OWNER_ONLY)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ValueError("it is a device")
        os.fchmod(descriptor, _OWNER_ONLY)
    finally:
        os.close(descriptor)


def _connect(path: Path) -> sqlite3.Connection:
    """Open the file, and make the table where there is none.

    Raises:
        ValueError: it belongs to another program, or to a newer qiyue.
    """
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        (kind,), (form,), (tables,) = (connection.execute(sql).fetchone() for sql in _ABOUT)
        if tables and kind != _KIND:
            raise ValueError("it is the database of another program")
        if form > _FORMAT:
            raise ValueError("a newer qiyue has written it")
        _use_wal(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_TABLE)
    except BaseException:
        connection.close()
        raise
    return connection


def _use_wal(connection: sqlite3.Connection) -> None:
    """Write ahead. SQLite does not wait by itself for another process that opens the file at the same moment."""
    end = monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > end:
                raise
            sleep(_PAUSE)
        else:
            return
