"""Requests that the page makes for a program."""
