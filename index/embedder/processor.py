"""What the embedder has to know of the processor it runs on."""

from __future__ import annotations

import os
import platform
import shutil
from functools import lru_cache
from pathlib import Path


def cores() -> int:
    """How many threads to embed on: ISNAD_THREADS, else the cores that this process may use.

    Raises ValueError for an ISNAD_THREADS that is no number from 1 up.
    """
    wanted = os.environ.get("ISNAD_THREADS")
    if wanted:
        if not (wanted.isdecimal() and int(wanted)):
            raise ValueError(f"ISNAD_THREADS is {wanted!r}: unset it, or give a number of threads from 1 up")
        return int(wanted)
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1


def multiplies_signed() -> bool:
    """Whether signed bytes are multiplied exactly: ARM does, x86 does with VNNI and else adds in 16 bits that overflow.

    Said of ONNX Runtime's kernels in its documentation, under "Quantize ONNX models".
    """
    return platform.machine().lower() in {"arm64", "aarch64"} or "vnni" in described()


@lru_cache(maxsize=1)
def described() -> str:
    """The processor's name and what it can do, and whether there is an NVIDIA GPU: what speeds depend on."""
    gpu = "nvidia" if shutil.which("nvidia-smi") else ""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return f"{platform.machine()} {platform.processor()} {gpu}"
    wanted = ("model name", "flags", "Features")
    facts = dict.fromkeys(line.split(":", 1)[1].strip() for line in lines if line.startswith(wanted))
    return " ".join([platform.machine(), *facts, gpu])
