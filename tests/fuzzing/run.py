"""Feed a reader what makes it take new ways through its code, for as long as you like: coverage-guided fuzzing.

`PYTHONPATH=tests python -m fuzzing.run record -max_total_time=600`; without a name it lists the readers.
Options behind the name are those of libFuzzer; a folder named there keeps what was found interesting.
Needs `pip install atheris`, which runs on Linux and macOS.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["briefgen"]):
    from support.readers import READERS, tried

from support.mutations import KINDS, TOKENS, Move, mutated
from support.patience import at_most

SECONDS = 20
_MOVES = 3


def main() -> None:
    """Fuzz the reader that the first argument names."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in READERS:
        sys.exit(f"name one of: {', '.join(READERS)}")

    def one(data: bytes) -> None:
        with at_most(SECONDS):
            tried(name, data)

    def changed(data: bytes, most: int, seed: int) -> bytes:
        """Spoil a file by what it is made of, and every other time as libFuzzer does."""
        if seed % 2:
            return bytes(atheris.Mutate(data, most))
        chance = atheris.FuzzedDataProvider(seed.to_bytes(8, "big") * 8)
        return mutated(data, [_move(chance) for _ in range(chance.ConsumeIntInRange(1, _MOVES))])[:most]

    seed = READERS[name].seed()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "example").write_bytes(seed)
        options = [f"-max_len={2 * len(seed) + 10_000}", *(sys.argv[2:] or ["-max_total_time=60"])]
        atheris.Setup([sys.argv[0], *options, folder], one, custom_mutator=changed)
        atheris.Fuzz()


def _move(chance: atheris.FuzzedDataProvider) -> Move:
    first, second, token = (chance.ConsumeIntInRange(0, most) for most in (10_000, 10_000, 8 * len(TOKENS)))
    return Move(KINDS[chance.ConsumeIntInRange(0, len(KINDS) - 1)], first, second, token)


if __name__ == "__main__":
    main()
