"""Word documents: their paragraphs and tables in the order of reading."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from index.reading.fields import Names
from index.reading.records import Record, Unreadable
from index.reading.streams import WHOLE_LIMIT, Entry
from index.vocabulary import Rejection


def read(entry: Entry, names: Names) -> Iterator[Record | Rejection]:
    """The document's one article. Raises Unreadable for what is no Word document, or one that unpacks beyond limits."""
    import docx

    data = io.BytesIO(entry.data())
    try:
        with zipfile.ZipFile(data) as archive:
            if sum(member.file_size for member in archive.infolist()) > WHOLE_LIMIT:
                raise Unreadable(f"it unpacks to more than {WHOLE_LIMIT >> 20} MiB")
        document = docx.Document(data)
        blocks = [block for block in map(_block, document.iter_inner_content()) if block.strip()]
        properties = document.core_properties
        title, author = properties.title or "", properties.author or ""
        titled = document.paragraphs and getattr(document.paragraphs[0].style, "name", "") in ("Title", "Heading 1")
    except Unreadable:
        raise
    except Exception as error:  # a damaged part surfaces as KeyError, ValueError, XMLSyntaxError ...
        raise Unreadable(f"not a Word document that can be read: {error}") from error
    if not blocks:
        raise Unreadable("the document holds no text (pictures of text cannot be read)")
    if titled and len(blocks) > 1:
        title = blocks[0]
    # The library's own name stands where nobody wrote one.
    author = "" if author == "python-docx" else author
    yield Record(entry.place, {"text": "\n".join(blocks), "title": title, "author": author}, ours=True)


def _block(block: object) -> str:
    rows = getattr(block, "rows", None)
    if rows is None:
        return str(getattr(block, "text", ""))
    lines = []
    for row in rows:
        # A merged cell stands once for each column it spans.
        cells = dict.fromkeys(cell._tc for cell in row.cells)
        texts = {cell._tc: cell.text.strip() for cell in row.cells}
        lines.append("\t".join(texts[cell] for cell in cells))
    return "\n".join(lines)
