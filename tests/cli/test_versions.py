"""``whowhom version``: everything that has a say in what is coded."""

from whowhom import __version__
from whowhom.errors import ModelMissing


def listed(out):
    return dict(line.split(maxsplit=1) for line in out.splitlines())


def test_package_coder_model_and_knowledge(run):
    done = run("version")
    assert done.status == 0
    versions = listed(done.out)
    assert versions["whowhom"] == __version__
    assert {"coder", "model", "lexicon", "knowledge", "spacy", "duckdb"} <= versions.keys()


def test_a_missing_model_is_told_and_the_rest_still_listed(run, monkeypatch):
    def refuse(*args, **options):
        raise ModelMissing("English pipeline", "not installed; get it")

    monkeypatch.setattr("whowhom.pipeline.Coder", refuse)
    monkeypatch.setattr("whowhom.annotate.models.find_model", refuse)
    versions = listed(run("version").out)
    assert "not installed; get it" in versions["coder"]
    assert versions["whowhom"] == __version__
