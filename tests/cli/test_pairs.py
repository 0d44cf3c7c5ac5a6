"""The rows of a relate file."""

import gzip

from whowhom.cli.pairs import read_pairs

HEADER = "uid\tsentence\tgold\tsource\ttarget\n"


def read(tmp_path, text):
    file = tmp_path / "pairs.tsv"
    file.write_text(text, "utf-8")
    return list(read_pairs(str(file)))


def test_columns_are_found_by_name(tmp_path):
    assert read(tmp_path, HEADER + "1\tX met Y.\tCONSULT\tX\tY\n") == [("1", "X met Y.", "X", "Y")]


def test_cells_quoted_as_csv_are_unquoted(tmp_path):
    row = '1\t"They called them ""nutters"" there."\t-\tThey\tthem\n'
    assert read(tmp_path, HEADER + row)[0][1] == 'They called them "nutters" there.'


def test_a_quotation_that_opens_a_sentence_does_not_swallow_the_next_row(tmp_path):
    rows = '1\t"We met, he said.\t-\tWe\the\n2\t"Yes," he said, "we did."\t-\the\twe\n'
    assert [pair[1] for pair in read(tmp_path, HEADER + rows)] == ['"We met, he said.', '"Yes," he said, "we did."']


def test_a_zipped_file_with_a_byte_order_mark(tmp_path):
    file = tmp_path / "pairs.tsv.gz"
    file.write_bytes(gzip.compress(("\ufeff" + HEADER + "1\tÉ met Y.\t-\tÉ\tY\r\n").encode()))
    assert list(read_pairs(str(file))) == [("1", "É met Y.", "É", "Y")]
