"""How well search finds what is meant: hand-written queries over the demo world, graded answers, and the measure of them."""
