"""The catalogues of translations, and what makes, checks and compiles them; using them is left to `i18n.py`."""
