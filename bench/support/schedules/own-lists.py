import threading

results = {}

def work(name, numbers):
    squares = []
    for number in numbers:
        squares.append(number * number)
    results[name] = sum(squares)

threads = [threading.Thread(target=work, args=(name, [1, 2])) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results.items()))
