"""Who runs, and what everything else of ours stands on."""
