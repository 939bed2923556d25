"""``python -m assistant.command`` is ``isnad``, where the command itself is not on the path."""

from assistant.command import main

main()
