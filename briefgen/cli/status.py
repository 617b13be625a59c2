"""How the program ends: the one table of its exit statuses."""

DONE = 0
FAILED = 1
USAGE = 2
REFUSED = 3
UNKNOWN = 4
INTERRUPTED = 130

TABLE = {
    DONE: "done",
    FAILED: "something was found, or some memos could not be made",
    USAGE: "wrong usage or configuration",
    REFUSED: "some messages were refused, deferred or left",
    UNKNOWN: "whether a message arrived is unknown",
    INTERRUPTED: "interrupted",
}
