from index.statements.phrases.heads import is_head, is_title


def test_with_and_without_the_article() -> None:
    assert is_head("وزاره", "organization") and is_head("الوزاره", "organization")
    assert is_title("وزير") and is_title("الوزير") and not is_title("حجر")
