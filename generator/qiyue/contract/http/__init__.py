"""HTTP: requests and responses of a run: values, text, transports, comparison, what is hidden in reports."""
