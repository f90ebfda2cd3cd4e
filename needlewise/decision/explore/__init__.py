"""What Explore says about one concern."""
