"""Waits for the reader."""
print(input("Your name? "))
