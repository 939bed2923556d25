from collections.abc import Callable

from assistant.examples import examples
from index.samples import articles, questions
from index.store import Store
from index.vocabulary import Article

StoreOf = Callable[..., Store]


def test_the_samples_bring_their_own_questions(store_of: StoreOf) -> None:
    assert examples(store_of(*articles()[:3]).catalogue) == questions()[:6]


def test_other_articles_are_asked_what_their_speakers_said(store_of: StoreOf) -> None:
    store = store_of(
        Article("قال وزير النقل سامر الحداد إن القطار سينطلق قريبا.", id="1"),
        Article("وأكدت رئيسة البلدية هدى المنصوري أن الطريق مغلق.", id="2"),
        Article("قال المصدر ذاته إن الأمر انتهى.", id="3"),
    )
    assert set(examples(store.catalogue)) == {
        "ماذا قال وزير النقل سامر الحداد؟",
        "ماذا قالت رئيسة البلدية هدى المنصوري؟",
    }


def test_no_articles_no_questions(store_of: StoreOf) -> None:
    assert examples(store_of().catalogue) == []
