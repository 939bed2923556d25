from index.statements.confidence import estimate


def test_what_makes_it_less_sure() -> None:
    sure = estimate(basis="explicit", cue="finite", link="an", nested=False, weak=False, speaker="سمير حداد")
    inherited = estimate(basis="inherited", cue="finite", link="an", nested=False, weak=False, speaker="سمير حداد")
    nested = estimate(basis="inherited", cue="participle", link="np", nested=True, weak=True, speaker="سمير حداد")
    assert 0.85 < sure < 0.95
    assert nested < inherited < sure
    assert nested < 0.5
