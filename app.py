"""``python app.py`` is ``isnad serve``, with its options."""

import sys

from assistant.command import isnad

if __name__ == "__main__":
    isnad(["serve", *sys.argv[1:]], prog_name="isnad")
