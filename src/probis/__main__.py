"""`python -m probis`: the same as the command `probis`."""

import sys

from probis.cli import main

sys.exit(main())
