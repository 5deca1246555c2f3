select staff_id from bench_session where token = $1
