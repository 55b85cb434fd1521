"""Prints how many bytes are in use in Python's memory."""

import ctypes
import gc


class MallInfo(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")]


mallinfo = ctypes.CDLL(None).mallinfo
mallinfo.restype = MallInfo
gc.collect()
print(mallinfo().uordblks)
