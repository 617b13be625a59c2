"""The JSON Schema takes what the reader takes, and refuses what it refuses."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from support.articles import FAULTY, SMALL

from briefgen import resources
from briefgen.article.schema import schema


class _Loader(yaml.SafeLoader):
    """Reads dates, and words such as `on`, as text: as YAML 1.2 does and editors do."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if not tag.endswith((":timestamp", ":bool")) or first in "tTfF"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

VALIDATOR = Draft202012Validator(schema())
SAMPLES = sorted(resources.samples_folder().rglob("*.yaml"))


def mistakes(text: str) -> set[str]:
    record: Any = yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader
    return {error.json_path for error in VALIDATOR.iter_errors(record)}


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_samples_pass(path: Path) -> None:
    assert mistakes(path.read_text(encoding="utf-8")) == set()


def test_a_good_record_passes() -> None:
    assert mistakes(SMALL) == set()


def test_wrong_fields_and_words_do_not_pass() -> None:
    assert mistakes(FAULTY) == {"$", "$.kind"}


def test_fields_carry_their_explanations() -> None:
    explained = schema()["properties"]["viewpoint"]["description"]

    assert explained.startswith("Whose memo it is: an actor or a group")
