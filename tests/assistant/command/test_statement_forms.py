from assistant.command.statement_forms import FIELDS, counts, statements

RECORD = {
    **dict.fromkeys(FIELDS),
    "article_id": "a_1",
    "content": '"نعم،\nو*لا*"',
    "speaker": "منى",
    "role": None,
    "cue": "قالت",
    "place": "في تونس",
    "said_on": "2024-01-02",
}


def test_no_text_breaks_a_form() -> None:
    assert list(statements([RECORD], "md", FIELDS)) == [
        "- **منى** قالت: «نعم، و\\*لا\\*» · في تونس · 2024-01-02 · `a\\_1`"
    ]
    heading, line = statements([RECORD], "csv", FIELDS)
    assert heading == ",".join(FIELDS)
    assert '"""نعم،\nو*لا*"""' in line


def test_counts_for_people_and_for_tables() -> None:
    assert list(counts([("أ|ب", 1200)], "place", None)) == ["    1,200  أ|ب"]
    assert list(counts([("أ|ب", 1200)], "place", "md"))[1] == "| أ\\|ب | 1200 |"
