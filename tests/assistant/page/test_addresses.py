import pytest

from assistant.page.addresses import Address


def _of(path: str, root: str = "", query: bytes = b"") -> Address:
    return Address.of({"path": path, "root_path": root, "query_string": query})


@pytest.mark.parametrize(
    ("path", "root", "language", "rest"),
    [
        ("/", "", "ar", "/"),
        ("/explore", "", "ar", "/explore"),
        ("/en", "", "en", "/"),
        ("/en/", "", "en", "/"),
        ("/en/explore", "", "en", "/explore"),
        ("/energy", "", "ar", "/energy"),
        ("/isnad/en/explore", "/isnad", "en", "/explore"),
        ("/isnad/", "/isnad/", "ar", "/"),
    ],
)
def test_language_and_path(path: str, root: str, language: str, rest: str) -> None:
    address = _of(path, root)
    assert (address.language, address.path) == (language, rest)


def test_the_same_page_in_the_other_language() -> None:
    address = _of("/isnad/article/م 1", "/isnad", b"start=3&end=5")
    assert address.within("en") == "/isnad/en/article/%D9%85%201?start=3&end=5"
    assert address.here == "/isnad/article/%D9%85%201?start=3&end=5"
