"""``python -m whowhom`` is the command line."""

from whowhom.cli import main

main()
