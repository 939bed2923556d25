"""People across articles: one person or organisation for all the ways its name is written."""
