from assistant.page.shell import arabic

DOCUMENT = """<!doctype html>
<html
	lang="en"
	style="margin: 0"><head><base href="./" />
<meta property="og:image"
	content="https://elsewhere.example/x.jpg" /><title>Gradio</title>
<meta name="viewport" content="width=device-width" /></head><body></body></html>"""


def test_the_document_becomes_ours() -> None:
    ours = arabic(DOCUMENT)
    assert 'lang="ar" dir="rtl"' in ours and 'lang="en"' not in ours
    assert "elsewhere" not in ours and 'name="viewport"' in ours
    assert ours.count("<title>") == 1 and "إسناد · Isnad" in ours
    assert ours.index("page/page.js") < ours.index("viewport")
    assert "<noscript>" in ours
