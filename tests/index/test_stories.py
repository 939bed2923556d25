import pytest

from index.arabic.analyser import tokens
from index.stories import SAME_STORY, bands, resemblance, signature

WIRE = (
    "قال وزير النقل سامر الحداد إن أشغال الخط الحديدي الرابط بين المدينتين ستنطلق في الربيع المقبل بكلفة تناهز أربعمئة "
    "مليون دينار، مضيفا أن الدراسات الفنية اكتملت وأن طلب العروض سينشر قبل نهاية الشهر الجاري في الجريدة الرسمية. "
    "وأوضح الوزير خلال ندوة صحفية في العاصمة أن الخط سيقلص مدة السفر إلى النصف وسيوفر ألفي موطن شغل."
)


def test_a_wire_story_copied_with_a_byline_is_the_same() -> None:
    copy = "وكالات - " + WIRE + " (انتهى)"
    assert resemblance(signature(tokens(WIRE)), signature(tokens(copy))) >= SAME_STORY


def test_another_report_of_the_event_is_not() -> None:
    other = (
        "أعلن وزير النقل اليوم موعد انطلاق أشغال الخط الحديدي الجديد، وسط انتقادات لكلفته التي تضاعفت منذ الإعلان عنه."
    )
    assert resemblance(signature(tokens(WIRE)), signature(tokens(other))) < 0.3


def test_signatures_are_the_same_on_every_machine() -> None:
    sketch = signature(["ا", "ب", "ج"])
    assert len(sketch) == 512
    assert sketch == signature(["ا", "ب", "ج"])
    assert sketch != signature(["ا", "ب", "د"])


def test_a_long_text_is_hashed_in_parts_to_the_same_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"كلمة{n % 977}" for n in range(3000)]
    whole = signature(words)
    monkeypatch.setattr("index.stories._AT_ONCE", 7)
    assert signature(words) == whole


def test_near_copies_share_a_band() -> None:
    shared = set(bands(signature(tokens(WIRE)))) & set(bands(signature(tokens(WIRE + " وكالات"))))
    assert shared
    assert len(bands(signature([]))) == 32
