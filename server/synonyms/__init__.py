"""Synonyms: which words search takes for one another, and which for near; the platform ships them, stewards change them."""
