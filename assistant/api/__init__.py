"""The archive for programs: what they may ask (:mod:`models`), what answers (:mod:`programs`), and three ways to it.

Over HTTP with JSON (:mod:`web`), as named endpoints of Gradio (:mod:`gradio_endpoints`), and as the tools of a language
model over MCP (:mod:`tools`). All three give the same fields, those of docs/api.md.
"""
