"""A model in a .gguf file, run in this process by llama.cpp (xllamacpp) and spoken to as any other server."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.generated.model import CONTEXT, ModelError, Patience, openai_client

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_MAGIC: Final = b"GGUF"
_LONGEST: Final = 1024  # tokens of a reply: three times what five sentences take
_SERVERS: Final[list[object]] = []  # a server lives as long as the process: its weights are freed with it


def chat_model(path: Path, patience: Patience) -> BaseChatModel:
    """The chat model in that file, loaded (seconds for a large one), on a port of this machine and under a key.

    ISNAD_THREADS limits the threads it takes. Raises ModelError for what is no readable .gguf file, and where the extra
    ``localllm`` is not installed.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise ModelError(f"{path} is no GGUF file: llama.cpp reads models of that format only")
    except OSError as failure:
        raise ModelError(f"{path}: {failure.strerror}: name the .gguf file of a language model") from failure
    try:
        import xllamacpp
    except ImportError as missing:
        raise ModelError(
            f"{path.name} needs a package that is not installed: pip install xllamacpp langchain-openai "
            "(or Isnad with its extra, pip install -e '.[localllm]')"
        ) from missing
    key = secrets.token_urlsafe(24)  # the port is open to all users of this machine, the model is not
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(path)
    parameters.n_ctx = CONTEXT
    parameters.n_parallel = 1
    parameters.n_predict = _LONGEST
    parameters.enable_reasoning = 0  # thoughts take minutes on a laptop
    parameters.port = 0
    parameters.api_keys = [key]
    parameters.verbosity = -1
    if (threads := os.environ.get("ISNAD_THREADS", "")).isdecimal() and int(threads):
        parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = int(threads)
    try:
        server = xllamacpp.Server(parameters)
    except RuntimeError as failure:
        raise ModelError(f"{path.name} cannot be loaded by llama.cpp: {failure}") from failure
    _SERVERS.append(server)
    return openai_client(f"{server.listening_address}/v1", path.stem, patience, key)
