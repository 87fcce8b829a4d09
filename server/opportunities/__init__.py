"""Opportunities: what members seek and offer, with the terms their kind asks for, and the hands that were raised."""
