"""Sources on the page: an article with its statements marked, beside the chat and on its own, and citations to take."""
