"""asyncio on pipes: streams, readers and writers of its loop, and a thread at the other end."""
import asyncio
import os
import threading


async def streams():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(r, "rb"))
    transport, protocol = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, os.fdopen(w, "wb"))
    writer = asyncio.StreamWriter(transport, protocol, None, loop)

    async def send():
        for n in range(3):
            writer.write(b"line %d\n" % n)
            await writer.drain()
            await asyncio.sleep(0.02)
        writer.close()

    sending = asyncio.create_task(send())
    async for line in reader:
        print("stream", line)
    await sending


async def watched():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    arrived = loop.create_future()
    loop.add_reader(r, lambda: arrived.done() or arrived.set_result(os.read(r, 100)))
    threading.Timer(0.05, os.write, (w, b"from a thread")).start()
    print(await arrived, loop.remove_reader(r), loop.remove_reader(r))
    writable = loop.create_future()
    loop.add_writer(w, lambda: writable.done() or writable.set_result("can be written"))
    print(await writable, loop.remove_writer(w))
    os.close(r)
    os.close(w)


asyncio.run(streams())
asyncio.run(watched())
