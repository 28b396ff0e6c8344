"""Plain Python engines, without Django: dates and press. Each is usable alone as a library."""
