import queue
import threading

boxes = [queue.Queue() for _ in range(2)]
done = [[], []]

def work(number):
    box, mine = boxes[number], done[number]
    for _ in range(2):
        mine.append(box.get() * 2)

workers = [threading.Thread(target=work, args=(number,)) for number in range(2)]
for worker in workers:
    worker.start()
for job in range(4):
    boxes[job % 2].put(job)
for worker in workers:
    worker.join()
print(done)
