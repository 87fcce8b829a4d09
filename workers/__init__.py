"""What happens later: handlers of events, run from the queue; at least once, so every one may be repeated."""
