import html
import re

from assistant.page.answer_markup import answer_markup, notice_markup, question_markup
from assistant.page.reader import Reader
from index.vocabulary import Answer, Article, Citation, Evidence, Mark, Passage, Span

QUOTE = "«لن نغلق الميناء»"
CITATIONS = (Citation("a", Span(0, len(QUOTE)), QUOTE), Citation("b", Span(5, 5 + len(QUOTE)), QUOTE))


def text_of(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup.replace("<br>", "\n")))


def test_markers_become_links_to_their_cards() -> None:
    markup = answer_markup(Answer("س", f"قالت الراوي: {QUOTE} [1][2].", CITATIONS), turn=3)
    assert re.findall(r'<a class="cite" href="(#[^"]+)"[^>]*>(\d)</a>', markup) == [
        ("#source-3-1", "1"),
        ("#source-3-2", "2"),
    ]
    assert text_of(markup).startswith(f"قالت الراوي: {QUOTE} 12.")


def test_a_marker_without_a_citation_stays_text_and_links_nowhere() -> None:
    markup = answer_markup(Answer("س", "قال [0] ثم [3] ثم [99999].", CITATIONS), turn=1)
    assert "<a" not in markup
    assert "قال [0] ثم [3] ثم [99999]." in text_of(markup)


def test_arabic_digits_in_a_marker_are_understood() -> None:
    assert 'href="#source-1-2"' in answer_markup(Answer("س", "قال [٢]", CITATIONS), turn=1)


def test_while_the_text_grows_half_a_marker_is_held_back_and_a_whole_one_pending() -> None:
    growing = answer_markup(Answer("س", "قالت الراوي [1] ثم [1"), turn=1, complete=False)
    assert '<span class="cite pending">1</span>' in growing
    assert text_of(growing) == "قالت الراوي 1 ثم "
    assert text_of(answer_markup(Answer("س", ""), 1, complete=False)) == "يبحث في المقالات…"


def test_nothing_in_an_answer_is_obeyed_and_everything_is_on_one_line() -> None:
    text = "<img src=x onerror=alert(1)>\n\n# عنوان\n- [رابط](javascript:alert(1))\u2028<script>x</script>"
    markup = answer_markup(Answer("س", text, method="<b>نموذج</b>"), turn=1)
    assert set(re.findall(r"<(\w+)", markup)) <= {"div", "br", "bdi"}
    assert len(markup.splitlines()) == 1
    assert text_of(markup).startswith(text.replace("\u2028", "\n"))


def test_a_quote_in_a_links_title_cannot_leave_its_attribute() -> None:
    quote = '" onmouseover="alert(1)'
    markup = answer_markup(Answer("س", "[1]", (Citation("a", Span(0, len(quote)), quote),)), turn=1)
    assert re.search(r'<a class="cite" href="#source-1-1" title="[^"]*">1</a>', markup)


def test_a_refusal_looks_like_one_and_leads_to_the_nearest_passages() -> None:
    article = Article("نص بعيد عن السؤال.", id="x")
    near = Evidence(article, Passage("x", 0, Span(0, 5)), 0.2)
    refusal = Answer("س", "لم يقله أحد.", evidence=(near,), refused=True, reason="لم يقله أحد.")
    markup = answer_markup(refusal, turn=2)
    assert 'class="refusal"' in markup
    assert 'href="#turn-2"' in markup and "أقرب ما وُجد" in markup
    assert text_of(markup).count("لم يقله أحد.") == 1
    assert "nearest" not in answer_markup(Answer("س", "", refused=True), turn=1)
    assert "لم يرد في المقالات" in text_of(answer_markup(Answer("س", "", refused=True), turn=1))


def test_how_it_was_made_and_how_long_it_took() -> None:
    made = text_of(answer_markup(Answer("س", "جواب", seconds={"a": 0.3, "b": 0.12}), turn=1))
    assert made == "جوابمستخرَج حرفيًّا من المقالات · 0.42 ثانية"
    assert "صاغه النموذج gemma" in text_of(answer_markup(Answer("س", "جواب", method="gemma"), turn=1))


def test_the_question_and_a_notice_are_escaped() -> None:
    assert question_markup("<b>من؟</b>\n\nومتى؟") == (
        '<div class="question" dir="rtl">&lt;b&gt;من؟&lt;/b&gt;<br><br>ومتى؟</div>'
    )
    assert "<i>" not in notice_markup("<i>خلل</i>")


def doubted(markup: str) -> list[tuple[str, str]]:
    return [
        (text_of(words), html.unescape(why)) for why, words in re.findall(r'<u [^>]*title="([^"]*)">(.*?)</u>', markup)
    ]


def marks_of(text: str, *marked: tuple[str, str]) -> tuple[Mark, ...]:
    return tuple(Mark(Span(text.index(words), text.index(words) + len(words)), why) for words, why in marked)


def test_what_the_evidence_does_not_bear_out_is_underlined_and_says_why() -> None:
    text = "قالت سلمى إن 12 باخرة «لن تعود» [1]."
    marks = marks_of(text, ("12", "number"), ("سلمى", "name"), ("«لن تعود»", "quote"), ("باخرة", "mood"))
    markup = answer_markup(Answer("س", text, CITATIONS, marks=marks), turn=1)
    assert doubted(markup) == [
        ("سلمى", "اسم لم يرد في المصادر"),
        ("12", "رقم لم يرد في المصادر"),
        ("باخرة", "لم يثبت في المصادر"),
        ("«لن تعود»", "كلام منقول لم يُعثر على نصّه في المصادر"),
    ]
    assert "سلمى (اسم لم يرد في المصادر) إن" in text_of(markup)  # for those who listen
    assert 'href="#source-1-1"' in markup


def test_marks_that_overlap_or_hold_a_marker_lose_no_word() -> None:
    text = "قال [1] فلان غدًا"
    marks = (Mark(Span(0, 12), "citation"), Mark(Span(8, 17), "name"), Mark(Span(16, 99), "name"))
    markup = answer_markup(Answer("س", text, CITATIONS, marks=marks), turn=1)
    assert "".join(words for words, _ in doubted(markup)) == "قال  فلان غدًا"
    assert 'href="#source-1-1"' in markup


def test_hostile_words_that_are_marked_stay_words() -> None:
    text = "<script>x</script> & **غ**"
    markup = answer_markup(Answer("س", text, marks=(Mark(Span(3, 24), "name"),)), turn=1)
    assert "<script" not in markup and "**" not in markup
    assert text_of(re.sub(r'<span class="sr">.*?</span>', "", markup)).startswith(text)


def test_confidence_and_notice_are_said() -> None:
    answer = Answer("س", "نعم", confidence="low", notice="The model failed", seconds={"answer": 0.5}, method="gemma")
    markup = answer_markup(answer, 1)
    assert '<div class="told" dir="ltr">The model failed</div>' in markup
    assert "صاغه النموذج gemma" in text_of(markup) and "الثقة بالجواب ضعيفة، فراجع المصدر · 0.50 ثانية" in text_of(
        markup
    )
    assert "Low confidence: check the source · 0.50 s" in text_of(answer_markup(answer, 1, reader=Reader("en")))
    assert "confidence" not in answer_markup(Answer("س", "نعم"), 1)
    refusal = answer_markup(Answer("س", "", refused=True, notice="بُحث في السنوات كلها."), 1)
    assert "بُحث في السنوات كلها." in refusal and "confidence" not in refusal


def test_small_talk_is_no_refusal() -> None:
    markup = answer_markup(Answer("مرحبًا", "أهلًا بك.", refused=True, reason="أهلًا بك.", kind="greeting"), 1)
    assert text_of(markup) == "أهلًا بك." and "refusal" not in markup and "made" not in markup


def test_a_refusal_that_goes_on_says_its_reason_once() -> None:
    reason = "لم أجد قولًا لسلمى الراوي يجيب عن هذا السؤال."
    answer = Answer("س", f"{reason}\n\nأقرب ما ورد:", refused=True, reason=reason)
    drawn = answer_markup(answer, 1)
    assert drawn.count("لم أجد قولًا") == 1
    assert "أقرب ما ورد:" in text_of(drawn)
