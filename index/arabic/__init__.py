"""Arabic text: normalising it and cutting it into sentences, always as spans of the text as it was read."""
