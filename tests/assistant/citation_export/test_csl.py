from __future__ import annotations

import json
import warnings

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from assistant.citation_export import Reference
from assistant.citation_export.csl import csl


def test_an_item(plain: Reference) -> None:
    (item,) = json.loads(csl([plain]))
    assert item["type"] == "article-newspaper" and item["abstract"] == plain.quotation
    assert item["issued"] == {"date-parts": [[2017, 1, 20]]} and item["URL"] == plain.url
    custom = item["custom"]
    assert (custom["speaker"], custom["stance"], custom["said_on"]) == ("سلمى الراوي", "deny", "2017-01-19")
    assert (custom["article_id"], custom["start"], custom["end"]) == ("marfa-17", 120, 156)
    assert custom["permalink"] == plain.permalink


def test_a_citation_processor_reads_and_sets_it(plain: Reference) -> None:
    source = _source(csl([plain]))
    item = source[plain.key]
    assert str(item["title"]) == plain.title and str(item["abstract"]) == plain.quotation
    assert (item["issued"].year, item["issued"].month, item["issued"].day) == (2017, 1, 20)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bibliography = CitationStylesBibliography(
            CitationStylesStyle("harvard-cite-them-right", validate=False), source, formatter.plain
        )
        bibliography.register(Citation([CitationItem(plain.key)]))
        (set_,) = [str(entry) for entry in bibliography.bibliography()]
    assert "هيئة التحرير" in set_ and "2017" in set_ and "صحيفة المرفأ" in set_


def test_nasty_texts_come_back(nasty: Reference) -> None:
    source = _source(csl([nasty]))
    item = source[nasty.key]
    for name in ("title", "abstract", "container_title"):
        assert str(item[name]) == nasty.quotation, name
    assert "issued" not in item and "URL" not in json.loads(csl([nasty]))[0]


def _source(text: str) -> CiteProcJSON:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py knows neither `custom` nor every variable of CSL 1.0.2
        return CiteProcJSON(json.loads(text))
