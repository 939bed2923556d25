from index.statements import grammar
from index.statements.tokens import read


def test_words_are_folded_as_the_tokens_are() -> None:
    words = set(read("أنه إنها بأنهم الذي فإن هل خلاله قائلا لكنه إلا").words)
    groups = (grammar.THAT, grammar.THAT_WITH_BI, grammar.RELATIVE, grammar.THAT_AFTER_FRONT, grammar.QUESTION)
    more = (grammar.THEREIN, grammar.SAYING, grammar.MEANWHILE, grammar.EXCEPT)
    assert all(any(word in group for group in groups + more) for word in words)


def test_complementizers_do_not_overlap_with_relatives_or_marks() -> None:
    assert not grammar.THAT & grammar.RELATIVE
    assert not grammar.THAT & grammar.THAT_WITH_BI
    assert {"،", ".", "«", '"'} <= grammar.PUNCTUATION
