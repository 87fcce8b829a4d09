"""Standing queries: filters that a member saved, and what was posted since that meets them."""
