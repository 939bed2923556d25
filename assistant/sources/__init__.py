"""Sources without a page: an article with its statements marked by speaker, and what a citation rests on."""
