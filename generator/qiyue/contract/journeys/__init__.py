"""Journeys: calls that follow from one another: create, read, change, delete; lists; rules of a vendor."""
