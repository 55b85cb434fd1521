"""What programs share with other processes of theirs, and how these are started."""
