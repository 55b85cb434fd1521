"""A class of the library gets another method, and a module that is none gets into `sys.modules`."""
import json
import sys
import types

known = "made_up" in sys.modules, json.JSONEncoder.default.__qualname__
json.JSONEncoder.default = lambda self, thing: "a " + type(thing).__name__
sys.modules["made_up"] = types.ModuleType("made_up")
print(known, json.dumps({1: {2}}))
