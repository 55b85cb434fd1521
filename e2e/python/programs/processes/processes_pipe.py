"""Two ends of a pipe: talk both ways, bytes, polling, and the end."""

import multiprocessing


def answer(connection):
    with connection:
        while (asked := connection.recv()) is not None:
            connection.send(asked.upper())
        connection.send_bytes(b"raw bytes")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=answer, args=(theirs,))
    process.start()
    theirs.close()
    ours.send("hello")
    print(ours.recv(), ours.poll())
    ours.send("x" * 300_000)
    print(len(ours.recv()))
    ours.send(None)
    print(ours.recv_bytes())
    try:
        ours.recv()
    except EOFError:
        print("EOFError")
    process.join()
    reader, writer = context.Pipe(duplex=False)
    print(reader.readable, reader.writable, writer.readable, writer.writable, reader.poll(0.01))
    try:
        reader.send(1)
    except OSError as error:
        print("OSError:", error)
    reader.close()
    try:
        writer.send(1)
    except BrokenPipeError:
        print("BrokenPipeError")
    try:
        reader.recv()
    except OSError as error:
        print("OSError:", error)
