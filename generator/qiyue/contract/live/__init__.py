"""Live: a run against a real server: what it may send, what it made, and how that is deleted again."""
