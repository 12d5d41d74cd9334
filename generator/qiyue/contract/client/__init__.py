"""Client: a generated client under test: how it is called, what it sends, what it makes of answers."""
