"""Changes within a list or dictionary that lies in a manager's dictionary are lost, unless those are the manager's, too."""

import multiprocessing as mp


def careless(d):
    d["scores"].append(10)
    d["info"]["seen"] = True


def reassign(d):
    scores = d["scores"]
    scores.append(20)
    d["scores"] = scores


def nested(d):
    d["shared"].append(30)
    d["count"] += 1


def run(fn, *args):
    p = mp.Process(target=fn, args=args)
    p.start()
    p.join()
    return p.exitcode


if __name__ == "__main__":
    with mp.Manager() as manager:
        d = manager.dict(scores=[1], info={}, count=0)
        d["shared"] = manager.list([1])
        print("careless", run(careless, d), d["scores"], d["info"])
        print("reassign", run(reassign, d), d["scores"])
        print("nested", run(nested, d), list(d["shared"]), d["count"])
        print("a copy is a plain dict:", type(d.copy()).__name__, sorted(d.keys()))
        ns = manager.Namespace(x=1, items=[])
        ns.items.append("lost")
        ns.x += 1
        print("namespace:", ns.x, ns.items)
        print("types:", type(d).__name__, type(d["shared"]).__name__)
    try:
        d["count"]
    except Exception as exc:
        print("after the manager has gone:", isinstance(exc, (OSError, EOFError)))
