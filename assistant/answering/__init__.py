"""Answering from the articles' own words: which sentences answer, which words of them, how sure that is, the wording.

``lines`` are the sentences of the retrieved passages with what is said in them; ``signals`` are facts about a line and
the question that ``ranking`` weighs; ``excerpt`` takes the words of a long line that answer; ``confidence`` tells
whether any of it does; ``composing`` puts the answer into words.
"""
