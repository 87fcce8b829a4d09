"""Two worlds that differ only in what is hidden from one reader, and questions of that reader over the whole schema."""
