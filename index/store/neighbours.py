"""The passages nearest to a question's vector, narrowed by the catalogue.

Chroma's own `where` costs time in proportion to the collection. So a narrow filter is answered by comparing the few
vectors that pass it, and a wide one by asking for more neighbours and dropping those that do not pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.store.catalogue import narrowing
from index.vocabulary import EVERYTHING, Filters

if TYPE_CHECKING:
    from index.store import Store

_FEW: Final = 2000  # passages whose vectors are fetched and compared one by one: some 30 ms
_MARGIN: Final = 2.0  # neighbours asked for, over what would pass if the filter were spread evenly


def neighbours(
    store: Store, vector: NDArray[np.float32], count: int, filters: Filters = EVERYTHING
) -> dict[int, float]:
    """Up to `count` passages (their catalogue keys) with their cosine to `vector` (d,), nearest first."""
    if not filters:
        found = store.vectors.nearest(vector, count)
        keys = store.catalogue.keys_of([id_ for id_, _ in found])
        return {keys[id_]: cosine for id_, cosine in found if id_ in keys}
    where, values = narrowing(filters)
    sql = f"SELECT p.vector, p.key FROM passages p JOIN articles a ON a.key = p.article WHERE {where}"
    allowed: dict[str, int] = dict(store.catalogue.rows(sql, values))
    if len(allowed) <= _FEW:
        held = store.vectors.get(list(allowed))
        cosines = {allowed[id_]: float(np.dot(other, vector)) for id_, other in held.items()}
        return dict(sorted(cosines.items(), key=lambda pair: -pair[1])[:count])
    wanted = int(_MARGIN * count * len(store.vectors) / len(allowed))
    found = [(id_, cosine) for id_, cosine in store.vectors.nearest(vector, wanted) if id_ in allowed]
    return {allowed[id_]: cosine for id_, cosine in found[:count]}
