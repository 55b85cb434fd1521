"""A task group raises an ExceptionGroup, also for one failure and for its block's own; after a failure it takes no tasks."""

import asyncio

wrong = []


async def fail(error):
    raise error


async def raised_by(block):
    try:
        async with asyncio.TaskGroup() as group:
            await block(group)
    except Exception as error:
        return error


async def child_fails(group):
    group.create_task(fail(ValueError()))
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        late = fail(OSError())
        try:
            group.create_task(late)
            wrong.append("it takes a task")
        except RuntimeError as error:
            if "shutting down" not in str(error):
                wrong.append(error)
        late.close()


async def main():
    for block, error in (child_fails, ValueError), (lambda group: fail(KeyError()), KeyError):
        raised = await raised_by(block)
        if type(raised) is not ExceptionGroup or [type(one) for one in raised.exceptions] != [error]:
            wrong.append(raised)


if hasattr(asyncio, "TaskGroup"):
    asyncio.run(main())
print(wrong or "holds")
