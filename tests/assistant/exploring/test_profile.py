from __future__ import annotations

import datetime as dt

from assistant.exploring.explorer import Explorer


def test_a_profile_tells_names_roles_days_and_outlets(explorer: Explorer) -> None:
    found = explorer.profile("هاله مرعي")
    assert found is not None
    assert (found.person.shown, found.person.kind, found.person.count) == ("هالة المرعي", "person", 4)
    assert (found.first, found.last) == (dt.date(2025, 1, 6), dt.date(2025, 3, 10))
    assert "وزيرة النقل" in [role.role for role in found.roles]
    assert [(one.shown, one.count) for one in found.spread["outlet"]] == [("صحيفة المرفأ", 4)]
    assert {one.key: one.count for one in found.spread["stance"]} == {"announce": 1, "add": 1, "say": 2}


def test_nobody_has_no_profile(explorer: Explorer) -> None:
    assert explorer.profile("لا احد") is None
