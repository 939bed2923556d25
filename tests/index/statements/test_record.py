import json

import pytest

from index.statements import as_record, extract
from index.vocabulary import Article


def test_the_record_spells_the_words_out() -> None:
    article = Article(text="نفى المتحدث باسم الشركة فادي خوري في بيان وجود تسرب.", id="a1")
    (statement,) = extract(article)
    record = as_record(article, statement)
    assert record["content"] == article.text[record["start"] : record["end"]] == "وجود تسرب"
    assert record["speaker"] == "فادي خوري"
    assert record["role"] == "المتحدث باسم الشركة"
    assert record["organization"] == "الشركة"
    assert record["stance"] == "deny"
    assert record["medium"] == "في بيان"
    assert record["place"] is record["said_on"] is record["via"] is None
    assert json.loads(json.dumps(record, ensure_ascii=False)) == record


def test_a_statement_of_another_article_is_refused() -> None:
    article = Article(text="قال الوزير سمير حداد إن العمل مستمر.", id="a1")
    (statement,) = extract(article)
    with pytest.raises(ValueError, match="'a1' is none of article 'a2'"):
        as_record(Article(text=article.text, id="a2"), statement)
