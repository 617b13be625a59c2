"""How the program ends: the one table of its exit statuses."""

DONE = 0
FAILED = 1
USAGE = 2
INTERRUPTED = 130

TABLE = {
    DONE: "done",
    FAILED: "some memos could not be made",
    USAGE: "wrong usage or configuration",
    INTERRUPTED: "interrupted",
}
