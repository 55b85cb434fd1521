"""Without the guard each process would start another one. Python objects."""

import multiprocessing

multiprocessing.set_start_method("spawn", force=True)


def work():
    print("never printed")


process = multiprocessing.Process(target=work)
process.start()  # belongs under: if __name__ == "__main__":
process.join()
print(f"exit code {process.exitcode}")
