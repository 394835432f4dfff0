"""The ``zhengwen`` command line: one module for each subcommand."""
