"""What every page needs and no page owns."""
