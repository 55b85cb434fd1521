"""What was printed is seen while the program computes on: two lines at once, and then Ctrl+C."""

print("first")
print("second, then computing")
try:
    while True:
        pass
except KeyboardInterrupt:
    print("interrupted")
