"""Answers wider than the best sentences: a person's statements in time, speakers side by side, who answered, who spoke.

``choosing`` tells which composer a question wants, if any; each composer has a file. All of them find statements with
``search``, tell with ``subject`` which meet what is asked about, join copies of one wire story with ``told``, and put
them into words with ``parts``. Plain questions never come here, and cost nothing more.
"""
