"""Human-written content: checklists and case studies, read from YAML into models."""
