"""Ten scripts in every format: nothing lost, the right way round, and nothing that the standards' checkers find."""

from pathlib import Path

import pytest
from support.checkers import findings, stored
from support.scripts import SAMPLES, memo_in, memo_of_all

from briefgen.memo import Memo
from briefgen.parity import differences
from briefgen.standards import CHECKERS, Checker
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS

MEMOS = {"all": memo_of_all()} | {one.language: memo_in(one.language) for one in SAMPLES}


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("memo", MEMOS.values(), ids=MEMOS)
def test_no_word_is_lost_in_any_script(memo: Memo, kind: str) -> None:
    assert differences(memo, kind, WRITERS[kind].write(memo, DEFAULT)) == ()


@pytest.mark.slow
@pytest.mark.parametrize("checker", CHECKERS, ids=lambda checker: checker.name)
def test_the_checkers_of_the_standards_find_nothing(checker: Checker, tmp_path: Path) -> None:
    kind = checker.extension
    files = ((f"{name}.{kind}", WRITERS[kind].write(memo, DEFAULT)) for name, memo in MEMOS.items())

    assert findings(checker, *stored(tmp_path, files)) == []
