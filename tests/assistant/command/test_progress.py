import pytest

from assistant.command.progress import Progress


def test_in_a_log_it_says_a_line_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    with Progress("adding", 1000) as progress:
        progress.advance(100)
        now[0] = 11.0
        progress.note("12 articles, 1 a second")
        progress.advance(400)
        progress.advance(500)
    assert capsys.readouterr() == ("", "adding 50% 12 articles, 1 a second\n")
    assert progress.seconds == 11


def test_an_unknown_total_has_no_share(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    with Progress("adding", 0) as progress:
        now[0] = 11.0
        progress.advance(5)
    assert capsys.readouterr().err == "adding\n"


def test_where_someone_watches_it_is_a_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with Progress("adding", 10) as progress:
        progress.advance(5)
        progress.note("3 articles")
    out, err = capsys.readouterr()
    assert out == ""
    assert "50%" in err
    assert "3 articles" in err
