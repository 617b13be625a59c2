"""The tables of the ledger, and how those of older versions become them.

`user_version` counts the versions; each entry of `STEPS` leads from one to the next, so that a new ledger is made by
the very steps that an old one migrates by.
"""

import sqlite3

APPLICATION = 0x62726645
"""Marks a SQLite file as a ledger of briefgen."""

STEPS = (
    """
    CREATE TABLE letter (
        id INTEGER PRIMARY KEY,
        message_id TEXT NOT NULL UNIQUE,
        record TEXT NOT NULL,
        edition TEXT NOT NULL,
        audience TEXT NOT NULL,
        content TEXT NOT NULL,
        kept TEXT NOT NULL
    ) STRICT;
    CREATE TABLE delivery (
        id INTEGER PRIMARY KEY,
        letter INTEGER NOT NULL REFERENCES letter,
        edition TEXT NOT NULL,
        audience TEXT NOT NULL,
        address TEXT NOT NULL,
        content TEXT NOT NULL,
        state TEXT NOT NULL CHECK (
            state IN ('queued', 'sending', 'accepted', 'refused', 'deferred', 'unknown', 'replaced')
        ),
        phase TEXT NOT NULL DEFAULT '',
        attempts INTEGER NOT NULL DEFAULT 0,
        due REAL NOT NULL DEFAULT 0,
        code INTEGER NOT NULL DEFAULT 0,
        answer TEXT NOT NULL DEFAULT '',
        changed TEXT NOT NULL,
        UNIQUE (edition, audience, address, content)
    ) STRICT;
    CREATE TABLE enclosure (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE event (
        id INTEGER PRIMARY KEY,
        delivery INTEGER NOT NULL REFERENCES delivery,
        at TEXT NOT NULL,
        state TEXT NOT NULL,
        phase TEXT NOT NULL,
        code INTEGER NOT NULL,
        answer TEXT NOT NULL
    ) STRICT;
    INSERT INTO event (delivery, at, state, phase, code, answer)
        SELECT id, changed, state, phase, code, answer FROM delivery;
    CREATE INDEX delivery_letter ON delivery (letter);
    CREATE INDEX letter_record ON letter (record, audience);
    CREATE INDEX delivery_address ON delivery (address);
    CREATE INDEX event_delivery ON event (delivery);
    """,
)
VERSION = len(STEPS)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring the tables from `version` (0 for none) to the newest, wholly or not at all."""
    script = "".join(STEPS[version:])
    connection.executescript(
        f"BEGIN IMMEDIATE; {script} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; COMMIT;"
    )
