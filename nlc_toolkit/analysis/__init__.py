"""Pure arithmetic over content and assessments; no file, clock, environment or terminal."""
