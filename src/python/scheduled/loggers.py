"""Puts loggers and filters of warnings back between two runs of one program. Otherwise every run would add its handlers to those of the run before."""

import logging
import warnings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_loggers: dict[str, logging.Logger | logging.PlaceHolder] = {}
"""The library's own loggers, by name."""
_settings: "list[tuple[logging.Logger, int, list[logging.Handler], list[Any], bool, bool]]" = []
"""Of the root logger and each of those: the logger, its level, handlers and filters, whether it propagates, whether it is disabled."""
_filters: list[object] = []
"""The filters of warnings."""


def remember() -> None:
    """Notes what there is. Called once, before any program runs."""
    _loggers.update(logging.root.manager.loggerDict)
    for logger in (logging.root, *_loggers.values()):
        if isinstance(logger, logging.Logger):
            _settings.append(
                (logger, logger.level, logger.handlers[:], logger.filters[:], logger.propagate, logger.disabled)
            )
    _filters[:] = warnings.filters


def restore() -> None:
    """Puts back what `remember` noted."""
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
        warnings.filters[:] = _filters  # pyright: ignore[reportIndexIssue]
