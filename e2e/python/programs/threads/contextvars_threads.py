"""A new thread begins with an empty context, unless it is given a copy to run in."""

import contextvars
import threading

user = contextvars.ContextVar("user", default="nobody")
user.set("Ada")
seen = []


def look(name):
    seen.append(user.get())
    user.set(name)
    seen.append(user.get())


context = contextvars.copy_context()
thread = threading.Thread(target=context.run, args=(look, "Grace"))
thread.start()
thread.join()
print(seen, user.get(), context[user])
token = user.set("Edsger")
user.reset(token)
print(user.get())
try:
    threading.Thread(target=None)
    context.run(context.run, print)
except RuntimeError as error:
    print("RuntimeError:", "already entered" in str(error))
