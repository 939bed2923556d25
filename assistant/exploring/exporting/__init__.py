"""Statements as files for other programs: CSV, JSON Lines and spreadsheets."""
