"""A self-checking run: people act and follow while processes die and connections break; three ledgers are compared in the end.

The ledgers are: what was acknowledged to whom asked, the rows of the database, and what was delivered to each client.
"""
