"""Three sentences whose vectors tell one embedder from another."""

from __future__ import annotations

from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

PROBES: Final = (
    "قال المتحدث باسم البلدية إن الطريق الساحلي سيفتح أمام السيارات صباح الأحد.",
    "ارتفعت الصادرات 12,5% إلى 3.4 مليار دولار، بحسب بيانات نشرتها الوزارة (فيديو)",
    "«لن نتراجع عن مطالبنا»؛ هكذا لخصت رئيسة النقابة موقفها بعد لقاء الوفد مع الحكومة، مؤكدة أن الإضراب قائم",
)


class _Embeds(Protocol):
    def passages(self, texts: list[str], /) -> NDArray[np.float32]: ...


def agreement(embedder: _Embeds, expected: NDArray[np.floating]) -> float:
    """The worst cosine of the embedder's vectors of PROBES with the `expected` (3, d), both of unit length.

    Two different sentences have about .8 in the bundled model; the ways of running it here differ by less than .001.
    """
    return float((embedder.passages(list(PROBES)) * expected).sum(axis=1).min())
