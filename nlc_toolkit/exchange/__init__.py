"""Other formats in and out: JSON for programs, the attachment of a report."""
