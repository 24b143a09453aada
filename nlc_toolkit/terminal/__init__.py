"""What is seen and typed in a terminal."""
