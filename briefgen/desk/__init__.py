"""The desk where memos are made: what lies in its folder, what may leave it, and the making of one memo."""
