"""The command line: one module per verb; a verb returns a ``Result``, and only ``output`` prints it."""
