"""Between two runs of one program: loggers and filters of warnings as they were, or every run would add its handlers to those of the run before."""

import logging
import warnings

_loggers = {}
"""By name: the library's own loggers."""
_settings = []
"""Of each of them, with the root: level, handlers, filters, whether it propagates and is disabled."""
_filters = []
"""Of warnings."""


def remember():
    """Called once, before any program runs."""
    _loggers.update(logging.root.manager.loggerDict)
    for logger in (logging.root, *_loggers.values()):
        if isinstance(logger, logging.Logger):
            _settings.append(
                (logger, logger.level, logger.handlers[:], logger.filters[:], logger.propagate, logger.disabled)
            )
    _filters[:] = warnings.filters


def restore():
    """Puts them back."""
    manager = logging.root.manager
    manager.loggerDict.clear()
    manager.loggerDict.update(_loggers)
    manager.disable = logging.NOTSET
    for logger, level, handlers, filters, propagate, disabled in _settings:
        logger.handlers[:], logger.filters[:], logger.propagate, logger.disabled = (
            handlers,
            filters,
            propagate,
            disabled,
        )
        logger.setLevel(level)
    if warnings.filters != _filters:
        # That also makes what has looked at them before look again.
        warnings.resetwarnings()
        warnings.filters[:] = _filters
