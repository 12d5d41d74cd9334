"""Auth: in whose name a request is sent: credentials, tokens, signatures, what a vendor wants in each request."""
