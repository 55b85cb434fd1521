"""A connection is sent to a process that already runs: through a queue, a pipe, and to a pool."""

import multiprocessing


def answer(queue):
    while (connection := queue.get()) is not None:
        connection.send(("hello", connection.recv()))
        connection.close()


def send(connection):
    connection.send("from the pool")
    return connection.writable


def pass_on(pipe):
    connection = pipe.recv()
    connection.send_bytes(b"x" * 100_000)
    connection.close()


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    process = context.Process(target=answer, args=(queue,))
    process.start()
    for number in range(4):
        mine, other = context.Pipe()
        queue.put(other)
        mine.send(number)
        print(mine.recv())
    queue.put(None)
    process.join()
    with context.Pool(2) as pool:
        reader, writer = context.Pipe(duplex=False)
        print(pool.apply(send, (writer,)), reader.recv())
    here, there = context.Pipe()
    process = context.Process(target=pass_on, args=(there,))
    process.start()
    mine, other = context.Pipe()
    here.send(other)
    print(len(mine.recv_bytes()))
    process.join()
