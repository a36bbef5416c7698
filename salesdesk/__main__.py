"""``python -m salesdesk``: the window, or one of the command line's verbs."""

import sys

from salesdesk.app.entry import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
