# One line per target; the work is in the crates and in .ci.
.PHONY: run build site lint test unit end2end clients bench soak

run: build          ## build everything, seed a demonstration at the first start, serve
	target/release/patient-connect serve --demo

build: site         ## the release binary with the site inside: one file to deploy
	cargo build --release --locked -p server --features embed

site:               ## what the browser loads, into target/site
	@.ci/need make gcc libc6-dev && cargo run --quiet --locked -p bundle

lint:               ## formatting and lints, crate by crate so that `ssr` and `hydrate` never meet
	.ci/lint

unit: site          ## unit, property and storage tests, pages and API through the real router
	.ci/with-postgres .ci/unit

end2end: site       ## the built server in a real browser, against a real mail sink
	.ci/unit --no-run && PATIENT_CONNECT_BINARY=../target/debug/patient-connect .ci/end2end

clients: end2end    ## a client of HealthVault's years, unmodified, where Python 2.7 is to be had
	PATIENT_CONNECT_BINARY=target/debug/patient-connect .ci/clients

bench: build        ## what takes minutes to measure: the cost of pages, and the desk while the largest file is imported, on each database; BENCH=pages is the first part alone
	.ci/need wrk && node end2end/operations/pages.mjs target/release/patient-connect $(AGAINST)
ifneq ($(BENCH),pages)
	.ci/with-postgres cargo test --release --quiet --locked -p server --test suite -- --ignored --nocapture
endif

soak: build         ## as root: the built server under attack, its memory, a pooler of connections, and its database full, locked, stopped or cut off
	node end2end/operations/slow-connections.mjs target/release/patient-connect && .ci/with-postgres .ci/memory && .ci/with-postgres .ci/pooler && .ci/soak

test: lint unit end2end clients
