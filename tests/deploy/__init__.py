"""Several replicas behind a real Caddy (`make deploy-test`)."""
