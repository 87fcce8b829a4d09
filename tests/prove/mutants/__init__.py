"""Every `policy.py` changed in one place at a time: each change must be seen by a test, or be listed with why it changes nothing."""
