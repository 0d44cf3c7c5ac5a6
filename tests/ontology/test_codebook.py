"""The codebook in docs is the one the tables give."""

from __future__ import annotations

from pathlib import Path

from whowhom.ontology.codebook import write_codebook
from whowhom.ontology.tables import load_ontology

PAGE = Path(__file__).parents[2] / "docs" / "codebook.md"


def test_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == write_codebook()


def test_page_names_every_type_mode_context_and_sector() -> None:
    page = write_codebook()
    ontology = load_ontology()
    names = [*ontology.types, *ontology.contexts, *ontology.sectors, *(mode for _, mode in ontology.modes)]
    assert [name for name in names if name not in page] == []


def test_every_table_row_has_the_columns_of_its_head() -> None:
    for block in write_codebook().split("\n\n"):
        rows = [line for line in block.splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1
