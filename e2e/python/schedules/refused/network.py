"""Waits for another machine."""
import urllib.request

urllib.request.urlopen("https://example.invalid/")
