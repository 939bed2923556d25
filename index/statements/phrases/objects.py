"""What was said as a noun phrase of its own: where it begins after a subject or a circumstance."""

from __future__ import annotations

from typing import Final

from index.statements.grammar import NOT_SUBJECT, THAT_WITH_BI, THEREIN
from index.statements.lexicon import given_names, grammar, nouns, places
from index.statements.morphology import PREFIXED_AL, bare, masdar_like
from index.statements.phrases.adjuncts import is_adjunct
from index.statements.phrases.heads import is_head, is_title
from index.statements.phrases.names import begins_name
from index.statements.tokens import MARKS, Tokens

_AFTER_CIRCUMSTANCE: Final = grammar("after circumstance")


def _declared(tokens: Tokens, k: int) -> bool:
    """Whether what was said begins at token `k`, after a circumstance that no comma ends."""
    word, previous = tokens.words[k], tokens.words[k - 1]
    ended = (
        previous.startswith("ال") or previous in nouns("time") or previous in _AFTER_CIRCUMSTANCE or previous in MARKS
    )
    ended = ended or tokens.raw(k - 1).endswith(("ه", "ها")) or previous in tokens.surnames
    if previous in nouns("medium") and word in nouns("declared_object"):
        return True
    return ended and (word in nouns("declared_object") or (not word.startswith("ال") and masdar_like(tokens.raw(k))))


def object_start(tokens: Tokens, k: int, b: int) -> int:
    """Where the noun phrase that was said begins, circumstances before it skipped; -1 if there is none."""
    words = tokens.words
    while k < b:
        if (
            words[k] in ("،", ",")
            or (words[k] in nouns("time") and words[k] not in ("قبل", "بعد"))
            or words[k].isdigit()
            or words[k] in THEREIN
            or (words[k] in NOT_SUBJECT and words[k] not in ("هذا", "هذه", "ما", "ذلك", "تلك", "كل", "جميع", "اكثر"))
        ):
            k += 1
        elif words[k] == "(" and ")" in words[k + 1 : k + 4]:
            k = words.index(")", k) + 1  # أمس (الإثنين)
        elif is_adjunct(tokens, k) and words[k] not in ("ما", "ذلك"):
            comma = next((j for j in range(k, min(b, k + 28)) if words[j] in ("،", ",")), None)
            declared = next((j for j in range(k + 2, min(b, k + 16)) if _declared(tokens, j)), None)
            if declared is not None and (comma is None or declared < comma):
                return declared
            if comma is None:
                return -1
            k = comma + 1
        else:
            return k
    return -1


_QUALITIES: Final = grammar("qualities")
_ACCUSED: Final = grammar("accused")
_SELVES: Final = grammar("selves")
# Foreign letters and words in the names of outlets: الجوهرة أف أم, المغربية نيوز.
_LETTERS: Final = grammar("outlet letters")


def object_begins(tokens: Tokens, segment: int, k: int) -> bool:
    """Whether token `k` opens the object: a bare noun after a definite one, or a definite one that does not agree."""
    words = tokens.words
    word, raw, previous = words[k], tokens.raw(k), words[k - 1]
    definite = (previous.startswith(("ال", "لل", *PREFIXED_AL)) or previous in MARKS or previous == ")") or tokens.raw(
        k - 1
    ).endswith(("ها", "ه"))
    governed = is_head(previous, "organization") and not previous.startswith("ال")  # تحالف | دعم الشرعية
    if (word in nouns("declared_object") and previous not in ("وكاله", "وكالات") and not governed) or (
        word in places() and previous in places()
    ):
        return True
    if not word.startswith("ال") and masdar_like(raw) and definite:
        return True
    onward = words[k + 1] if k + 1 < len(words) else ""
    if word == "نداء" and (
        onward == "الي" or onward.startswith("ل") or tokens.raw(min(k + 1, len(words) - 1)).endswith("ا")
    ):
        return True  # وجه الائتلاف | نداء عاجلا
    if (
        word.startswith("ال")
        and k - segment >= 3
        and is_title(words[segment])
        and (onward.startswith("ال") or onward in THAT_WITH_BI)
        and not previous.startswith("ال")
        and not words[k - 2].startswith("ال")
        and not is_head(previous, "organization")
        and not is_head(words[k - 2], "organization")
        and not is_title(word)
    ):
        return True  # وزير التجارة الأمريكي ويبور روس | الضربة الأمريكية
    if word in places() and words[segment] in places() and k - segment == 2 and words[k - 1].startswith("ال"):
        return True  # اتهمت كوريا الشمالية | ماليزيا
    if (
        word.startswith("ال")
        and is_title(words[segment])
        and previous in nouns("adjective")
        and not (word in nouns("adjective") or is_title(word) or word in tokens.surnames or word in given_names())
        and not is_head(word, "nationality")
        and not raw.endswith(("ي", "ية", "ى"))
    ):
        return True  # وصف المعتمد الأول | الأصداء
    named_body = words[k - 2] == "باسم" and k - 2 >= segment and previous.startswith("ال")
    if named_body and word.startswith("ال") and is_head(word, "organization"):
        return True  # اتهم المتحدث باسم الجماعة | التحالف
    described = is_head(words[segment], "anonymous") and (is_head(previous, "nationality") or previous in _QUALITIES)
    if described and k - segment >= 2 and not word.startswith("ال") and masdar_like(raw):
        return True  # نفى مصدر عسكري سوري | استهداف المدنيين
    after_title = is_title(words[segment]) and k - segment >= 2 and previous.startswith("ال")
    if after_title and word.startswith("ال") and raw.endswith("ات") and not is_head(word, "organization"):
        return True  # انتقد رئيس الجمهورية | الدعوات
    if word in _ACCUSED and k - segment >= 2 and not is_head(bare(previous), "organization"):
        return True
    if definite and len(word) > 4 and raw.endswith("ات") and not word.startswith(("ال", "لل", "وال")):
        return True
    owned = raw.endswith(("ها", "هم", "ه")) and not begins_name(tokens, k, len(words))
    if definite and len(word) > 4 and owned and not is_title(word):
        return True  # دعت النقابة | أعضاءها
    bare_before = k == segment + 1 and not words[segment].startswith("ال") and not is_title(words[segment])
    if bare_before and word.startswith("ال") and raw.endswith("ين") and not is_head(words[segment], "organization"):
        return not is_head(words[segment], "anonymous") and word not in tokens.surnames  # دعا باهبري | المعتمرين
    alone = k == segment + 1 and words[segment].startswith("ال") and words[segment] not in tokens.surnames
    genitive = word.isalpha() and not word.startswith(("ال", "لل", "بال", "ل", "و"))
    named = word in tokens.surnames or word in places() or begins_name(tokens, k, len(tokens))
    named = named or word in _SELVES or word in _LETTERS
    if alone and genitive and not named and not is_title(words[segment]):
        return True  # دعت الوزارة | مستعملي السيارات: a definite head takes no genitive
    if k == segment + 1 and word.startswith("ال") and word not in nouns("adjective"):
        stem = word[2:]
        thing = is_head(word, "organization") or stem in nouns("document") or masdar_like(raw[2:])
        thing = thing and not raw.endswith("ية")  # الهيئة الاتحادية
        if words[segment] in nouns("generic") and thing and word not in tokens.surnames:
            return True  # حمل المتحدث | الحكومة
        if words[segment] in places() and not is_head(word, "nationality") and not raw.endswith(("ية", "ي")):
            return True  # أدانت الإمارات | الهجوم
    if (
        (
            word in places()
            and k - segment >= 2
            and not previous.startswith("ال")
            and is_head(words[segment], "organization")
        )
        and not is_head(previous, "organization")
        and not is_title(previous)
    ):
        return True  # حملت حركة حماس | إسرائيل
    if word.startswith("ال") and previous.startswith("ال") and len(previous) > 4:
        # وزارة الخارجية الفرنسية | الهجوم: after a relative adjective only another one may follow.
        adjective = tokens.raw(k - 1).endswith(("ية", "ي"))
        follows = raw.endswith(("ية", "ي", "يين", "يون")) or words[k] in (
            "العام",
            "العامه",
            "السابق",
            "السابقه",
            "الاعلي",
        )
        person_named = is_title(words[segment])
        if person_named and is_head(previous, "nationality") and not is_title(word) and word not in tokens.surnames:
            return word not in given_names() and word not in nouns("adjective")
        if adjective and k - segment >= 2 and not follows and not person_named:
            return True
        plural = tokens.raw(k - 1).endswith("ين") or previous.startswith("لل")
        if (
            raw.endswith(("ين", "يين"))
            and k - segment >= 1
            and not plural
            and not tokens.raw(segment).endswith(("ين",))
        ):
            return True
    return False
