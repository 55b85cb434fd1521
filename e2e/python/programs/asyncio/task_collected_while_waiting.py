"""A task that nobody holds is collected in the midst of its wait, and the loop says so."""
import asyncio
import gc

kept = set()


async def background(name):
    never = asyncio.get_running_loop().create_future()
    try:
        await never
    except GeneratorExit:
        print(f"{name}: closed by the garbage collector")
        raise
    except asyncio.CancelledError:
        print(f"{name}: cancelled in the ordinary way")
        raise


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, ctx: print("loop:", ctx["message"], ctx["task"].get_name()))
    asyncio.create_task(background("loose"), name="loose")
    kept.add(asyncio.create_task(background("kept"), name="kept"))
    await asyncio.sleep(0.05)
    print("before:", sorted(t.get_name() for t in asyncio.all_tasks() if t is not asyncio.current_task()))
    gc.collect()
    await asyncio.sleep(0)
    print("after:", sorted(t.get_name() for t in asyncio.all_tasks() if t is not asyncio.current_task()))


asyncio.run(main())
