"""Which extraction a store's statements come from."""

from __future__ import annotations

from typing import Final

STATEMENTS_VERSION: Final = "1"
"""Raised when the extractor finds other statements than before: ``isnad reindex statements`` then brings a store up to
date, and until it has, commands about statements say so."""
