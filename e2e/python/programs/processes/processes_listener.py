"""Listener and Client: processes that find each other by an address, and prove that they know the key."""

import multiprocessing
import threading
from multiprocessing.connection import Client, Listener, wait


def talk(address, number):
    with Client(address, authkey=b"key") as connection:
        connection.send_bytes(bytes([number] * 3))
        connection.send({"number": number})
        connection.recv()


def attempt(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except (OSError, EOFError, multiprocessing.AuthenticationError) as error:
        print(f"{type(error).__name__} {getattr(error, 'strerror', None) or error}\n", end="")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    for address in (None, ("localhost", 0)):
        with Listener(address, authkey=b"key") as listener:
            processes = [context.Process(target=talk, args=(listener.address, number)) for number in range(3)]
            for process in processes:
                process.start()
            connections = [listener.accept() for _ in processes]
            print(sorted((connection.recv_bytes(), connection.recv()["number"]) for connection in connections))
            attempt(Listener, listener.address)
            server = threading.Thread(target=attempt, args=(listener.accept,))
            server.start()
            attempt(Client, listener.address, authkey=b"wrong")
            server.join()
            for connection in connections:
                connection.send("bye")
                print(wait([connection]) == [connection])
                attempt(connection.recv)
            for process in processes:
                process.join()
        attempt(Client, ("localhost", 1))
        attempt(listener.accept)
