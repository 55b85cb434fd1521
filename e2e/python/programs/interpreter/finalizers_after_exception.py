"""The exception that has ended the program goes with its frames before the globals do."""


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalized:", self.name)


def work():
    local = Thing("local of the function that failed")
    raise ValueError(local.name)


first = Thing("first")
second = Thing("second")
work()
