"""How well questions are understood, told before patients feel it: while somebody types, topic by topic, and at the gate."""
