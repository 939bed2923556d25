from __future__ import annotations

from pathlib import Path

import pytest

from index.embedder.conversion import cache_folder, calibration_texts, converted, discard, keep

pytestmark = pytest.mark.model


@pytest.fixture(autouse=True)
def an_empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISNAD_CACHE", str(tmp_path / "cache"))


def test_a_model_is_made_once_and_a_damaged_one_anew() -> None:
    from index.embedder.packed import packed_file, read

    packed = read(packed_file())
    made = converted(packed, "blocks")
    (file,) = cache_folder().glob("blocks-*.onnx")
    before = file.stat().st_mtime_ns
    assert converted(packed, "blocks") == made and file.stat().st_mtime_ns == before
    file.write_bytes(made[:-1])
    assert converted(packed, "blocks") == made == file.read_bytes()
    discard("blocks")
    assert list(cache_folder().iterdir()) == []


def test_a_cache_that_cannot_be_written_is_said_and_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from index.embedder.packed import packed_file, read

    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("ISNAD_CACHE", str(tmp_path / "file"))
    said: list[str] = []
    assert len(converted(read(packed_file()), "blocks", said.append)) > 10**7
    assert len(said) == 1 and "ISNAD_CACHE names another" in said[0]


def test_what_is_kept_is_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    assert keep(tmp_path / "new" / "file", b"one") and keep(tmp_path / "new" / "file", b"two")
    assert [file.read_bytes() for file in (tmp_path / "new").iterdir()] == [b"two"]


def test_it_is_calibrated_on_texts_of_passage_length() -> None:
    texts = calibration_texts()
    assert len(texts) >= 40 and max(map(len, texts)) == 600
