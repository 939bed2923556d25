"""The index: from files to articles, passages, vectors and the catalogue. It knows nothing of questions."""
