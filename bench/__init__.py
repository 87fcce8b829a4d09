"""The side-by-side benchmarks: `make bench` prints a table and keeps JSON in bench/results/."""
