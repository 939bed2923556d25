"""Where places are: a small gazetteer with Arabic names, and the outline of the countries."""
