"""Ada counts who is there by phone. Ben comes in."""

import threading

guests = {"Kim": "phone", "Bo": "laptop"}
phones = 0


def count_phones():
    global phones
    for device in guests.values():
        if device == "phone":
            phones += 1


def come_in():
    guests["Ben"] = "laptop"


ada = threading.Thread(target=count_phones, name="Ada")
ben = threading.Thread(target=come_in, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(phones, "by phone")
