"""`python -m engawa` is the command line."""

import sys

from engawa.cli import main

sys.exit(main())
