"""Conversations on the page: their list, what is done with them, what is said of answers, and the keyboard."""
