"""Right for me?: what speaks for waiting or asking first, per option."""
