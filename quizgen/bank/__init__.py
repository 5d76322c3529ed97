"""YAML -> Bank: the model, the strict loader, the checks and the evidence."""
