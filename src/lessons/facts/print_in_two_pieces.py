"""print writes its text and its newline one after the other."""


class Paper:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        if text:
            self.pieces.append(text)


paper = Paper()
print("text", file=paper)
print("text\n", end="", file=paper)
print("holds" if paper.pieces == ["text", "\n", "text\n"] else paper.pieces)
