"""Understanding a question: what is asked, of whom, of which days and outlets, and what it leans on.

``understand`` reads it; nothing here searches. Written Arabic, the speech of Egypt, the Levant, the Gulf, Iraq and the
Maghreb, careless typing, and English for kind and names.
"""

from assistant.understanding.gazetteer import Gazetteer
from assistant.understanding.question import Named, Question
from assistant.understanding.reading import understand

__all__ = ["Gazetteer", "Named", "Question", "understand"]
