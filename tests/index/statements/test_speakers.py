"""Who speaks where the cue does not say so."""

from index.statements import extract
from index.vocabulary import Article


def speakers(text: str) -> list[str]:
    return [s.speaker for s in extract(Article(text=text, id="t"))]


def test_inherited_by_gender() -> None:
    text = "قالت الوزيرة ليلى منصور إن الخطة جاهزة. وقال النائب فادي عون إنها ناقصة. وأضافت أن الرد سيأتي."
    assert speakers(text) == ["ليلى منصور", "فادي عون", "ليلى منصور"]


def test_inherited_by_number() -> None:
    text = "قال شهود عيان إن النار اشتعلت. وقال الضابط رامي سعد إن السبب مجهول. وأضافوا أن الإطفاء تأخر."
    assert speakers(text) == ["شهود عيان", "رامي سعد", "شهود عيان"]


def test_two_speak() -> None:
    text = "قال الوزير هادي سالم إن العمل بدأ. وقال السفير كريم طه إن الدعم مستمر. وأكدا أن الاتفاق قريب."
    assert speakers(text)[-1] == "هادي سالم وكريم طه"


def test_a_surname_a_title_and_the_same_person() -> None:
    text = (
        "قال وزير النقل التركي كمال أردمان إن الجسر جاهز. وأضاف أردمان أن الكلفة معقولة. "
        "وأوضح الوزير أن الرسوم رمزية. وختم الوزير التركي: «موعدنا يوم الأحد إن شاء الله»."
    )
    assert speakers(text) == ["كمال أردمان"] * 4


def test_an_anonymous_source_stays_one() -> None:
    text = "قال مصدر أمني إن الحادث عرضي. وزار الوزير سمير حداد المكان. وأضاف المصدر أن التحقيق بدأ."
    assert speakers(text) == ["مصدر أمني", "مصدر أمني"]


def test_the_ministry_is_the_one_named() -> None:
    assert speakers("أعلنت وزارة الصحة العامة أن اللقاح متوفر. وأكدت الوزارة أنه مجاني.")[1].startswith("وزارة الصحة")


def test_the_subject_of_a_verb_that_reports_nothing() -> None:
    text = "عقد وزير الري، خالد مرسي، لقاء صحفيا أكد خلاله أن السد آمن، مشددا على أن المياه كافية."
    assert speakers(text) == ["خالد مرسي"] * 2


def test_but_he_added() -> None:
    text = "قال المدير فادي عون إن العمل صعب لكنه أضاف أن النهاية قريبة."
    assert [s.content.of(text) for s in extract(Article(text=text, id="t"))] == ["العمل صعب", "النهاية قريبة"]
    assert speakers(text) == ["فادي عون"] * 2
