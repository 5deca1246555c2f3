"""One worker, as there is one core; no log of each request."""

workers = 1
loglevel = "warning"
control_socket_disable = True
