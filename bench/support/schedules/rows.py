import threading

matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]

def double(row):
    for column in range(2):
        row[column] = row[column] * 2

threads = [threading.Thread(target=double, args=(row,)) for row in matrix]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(matrix)
