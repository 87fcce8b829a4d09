"""Hints: "this stream stands at this offset", within a process or between processes. A lost hint costs latency, never data."""

from server.kit.bus.in_process import InProcessBus
from server.kit.bus.over_redis import RedisBus
from server.kit.bus.port import LOST, Bus, Listener

__all__ = ["LOST", "Bus", "InProcessBus", "Listener", "RedisBus"]
