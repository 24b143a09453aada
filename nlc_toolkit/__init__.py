"""The NLC toolkit: a city's self-assessment of national-local cooperation.

Only the version lives here; each folder beside this file says in its own first lines what it does.
"""

__version__ = "0.1.0"
