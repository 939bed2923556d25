from __future__ import annotations

import datetime as dt

from assistant.library.shelf import Held, Shelf
from assistant.page.library.table import table
from assistant.page.reader import Reader

ARTICLE = Held("م/1 ?<b>", "عنوان <script>", dt.date(2025, 2, 3), "", 4)


def test_an_article_is_a_row_with_its_link_and_its_box() -> None:
    shown = table(Shelf((ARTICLE,), 1, 0), Reader())
    assert 'href="article/%D9%85%2F1%20%3F%3Cb%3E"' in shown and "<script" not in shown
    assert 'value="م/1 ?&lt;b&gt;"' in shown and 'aria-label="اختر&#58; عنوان &lt;script&gt;"' in shown
    assert "3 فبراير 2025" in shown and "مصدر غير مذكور" in shown
    assert 'class="pager"' not in shown and 'data-ask="remove" disabled' in shown


def test_pages_turn_both_ways_and_stop_at_the_ends() -> None:
    first = table(Shelf((ARTICLE,), 60, 0), Reader(digits="arabic"))
    assert 'data-page="-1" disabled' in first and 'data-page="1">' in first and "صفحة ١ من ٣" in first
    last = table(Shelf((ARTICLE,), 60, 2), Reader("en"))
    assert 'data-page="1">' in last and 'data-page="3" disabled' in last and "Page 3 of 3" in last


def test_nothing_found_differs_from_nothing_there() -> None:
    assert "المكتبة فارغة" in table(Shelf((), 0, 0), Reader())
    assert "لا مقال يوافق البحث" in table(Shelf((), 0, 0), Reader(), searched=True)
