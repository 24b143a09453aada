"""`python -m nlc_toolkit`: the command `nlc` where its script is not on the path."""

from nlc_toolkit.cli.main import main

main()
