"""What starts and keeps the processes, what runs in the edge beside its requests, and what trains."""
