"""An exception in a finalizer is told and ignored; the exception that ended the program and its frames go before the globals."""


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalized:", self.name)
        if self.name == "fails":
            raise KeyError(self.name)


def work():
    local = Thing("local of the function that failed")
    raise ValueError(local.name)


fails = Thing("fails")
other = Thing("other")
work()
