"""One line for ever."""
while True: pass
