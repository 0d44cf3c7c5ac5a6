"""The package's own tables with a small made table of office-holders, so that tests do not move with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from whowhom.actors.knowledge import DATA, Knowledge, load_knowledge

HOLDERS = """\
# Office-holders for the tests
person	aliases	country	office	sector	from	to	confidence	source
Sergei Lavrov	Lavrov|Sergey Lavrov	RUS	Foreign Minister	GOV	2004-03-09		high	test
Sergei Lavrov	Lavrov|Sergey Lavrov	RUS	UN Ambassador	GOV	1994	2004-03-08	high	test
Barack Obama	Obama	USA	President	GOV	2009-01-20	2017-01-20	high	test
George H. W. Bush	Bush|George Bush	USA	President	GOV	1989-01-20	1993-01-20	high	test
George W. Bush	Bush|George Bush	USA	President	GOV	2001-01-20	2009-01-20	high	test
Donald Trump	Trump	USA	President	GOV	2017-01-20	2021-01-20	high	test
Theresa May		GBR	Prime Minister	GOV	2016-07-13	2019-07-24	high	test
Recep Tayyip Erdoğan	Erdogan|Tayyip Erdogan	TUR	Prime Minister	GOV	2003-03-14	2014-08-28	high	test
Recep Tayyip Erdoğan	Erdogan|Tayyip Erdogan	TUR	President	GOV	2014-08-28		high	test
Salva Kiir	Kiir	SSD	President	GOV	2011-07-09		high	test
Jens Stoltenberg	Stoltenberg	NOR	Prime Minister	GOV	2005-10-17	2013-10-16	high	test
Jens Stoltenberg	Stoltenberg	IGO	Secretary-General	GOV	2014-10-01	2024-10-01	high	test
Saddam Hussein	Saddam	IRQ	President	GOV	1979-07-16	2003-04-09	high	test
Jiang Zemin	Jiang	CHN	President	GOV	1993-03-27	2003-03-15	high	test
Nouri al-Maliki	al-Maliki|Maliki	IRQ	Prime Minister	GOV	2006-05-20	2014-09-08	high	test
Hassan Nasrallah	Nasrallah	LBN	Secretary-General	REB	1992-02	2024-09-27	high	test
"""


@pytest.fixture(scope="session")
def table_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    for path in DATA.glob("*.tsv"):
        shutil.copy(path, folder / path.name)
    (folder / "office_holders.tsv").write_text(HOLDERS, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def knowledge(table_folder: Path) -> Knowledge:
    return load_knowledge(table_folder)
