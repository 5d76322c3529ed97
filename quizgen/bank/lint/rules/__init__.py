"""The rules, a module a family. Importing a family registers its rules."""
