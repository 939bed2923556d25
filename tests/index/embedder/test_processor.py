from __future__ import annotations

import platform

import pytest

from index.embedder import processor


@pytest.fixture(autouse=True)
def forgetting() -> None:
    processor.described.cache_clear()


def test_threads_are_as_many_as_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ISNAD_THREADS", raising=False)
    assert processor.cores() >= 1
    monkeypatch.setenv("ISNAD_THREADS", "3")
    assert processor.cores() == 3
    for wrong in ("0", "two", "-1", "1.5"):
        monkeypatch.setenv("ISNAD_THREADS", wrong)
        with pytest.raises(ValueError, match="give a number of threads from 1 up"):
            processor.cores()


@pytest.mark.parametrize(
    ("machine", "features", "exact"),
    [("x86_64", "avx2 fma", False), ("x86_64", "avx512_vnni", True), ("x86_64", "avx_vnni", True), ("arm64", "", True)],
)
def test_signed_bytes_are_exact_where_the_processor_has_instructions_for_them(
    monkeypatch: pytest.MonkeyPatch, machine: str, features: str, exact: bool
) -> None:
    monkeypatch.setattr(platform, "machine", lambda: machine)
    monkeypatch.setattr(processor, "described", lambda: features)
    assert processor.multiplies_signed() is exact


def test_the_description_tells_machines_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    here = processor.described()
    assert platform.machine() in here
    processor.described.cache_clear()
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/nvidia-smi")
    assert processor.described().endswith("nvidia")
