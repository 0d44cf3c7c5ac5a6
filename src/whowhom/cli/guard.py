"""From what a command raises to an exit status and one clear line on standard error."""

from __future__ import annotations

import errno
import functools
import os
import sys
from collections.abc import Callable
from typing import ParamSpec

from whowhom.errors import InputError, WhowhomError

P = ParamSpec("P")

INPUTS_FAILED = 1
WRONG_ENVIRONMENT = 2
INTERRUPTED = 130  # as shells have it: 128 + SIGINT


def guarded(command: Callable[P, int]) -> Callable[P, None]:
    """The command with its errors told in a line and turned into the exit status."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        sys.exit(_status(command, *args, **kwargs))

    # Typer reads the signature: it must not see that the command gives its status back.
    run.__annotations__ = {**command.__annotations__, "return": None}
    return run


def _status(command: Callable[P, int], *args: P.args, **kwargs: P.kwargs) -> int:
    try:
        status = command(*args, **kwargs)
        sys.stdout.flush()
    except InputError as error:
        return complain(str(error), INPUTS_FAILED)
    except WhowhomError as error:
        return complain(str(error), WRONG_ENVIRONMENT)
    except KeyboardInterrupt:
        return complain("interrupted; what was finished is kept", INTERRUPTED)
    except BrokenPipeError:
        return _be_quiet()
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO):
            raise
        _be_quiet()
        return complain(f"{error.filename or 'output'}: {error.strerror}", WRONG_ENVIRONMENT)
    return status


def complain(line: str, status: int) -> int:
    """Say what is wrong in one line; the status it was given."""
    print(f"whowhom: {' '.join(line.split())}", file=sys.stderr)
    return status


def _be_quiet() -> int:
    """Nobody reads on (``| head``): keep the interpreter from complaining when it closes standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
