"""The command line: one thin function a command."""

from whowhom.cli.app import main

__all__ = ["main"]
