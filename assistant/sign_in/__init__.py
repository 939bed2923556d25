"""Signing in, for a chat that others reach: who may enter (:mod:`users`), and the gate that everything passes.

Without a file of users there is no gate: the chat of a laptop needs no password.
"""
