"""Reported statements: who said what, where and when, each with its words in the text."""

from index.statements.extract import extract
from index.statements.record import as_record

__all__ = ["as_record", "extract"]
