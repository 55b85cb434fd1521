import threading

class Worker(threading.Thread):
    def __init__(self, numbers):
        super().__init__()
        self.numbers = numbers
        self.total = 0

    def run(self):
        for number in self.numbers:
            self.total += number

workers = [Worker([1, 2]), Worker([3, 4])]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(sum(worker.total for worker in workers))
