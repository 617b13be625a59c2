"""Mail a memo to each of its recipients once, and know of each what became of it.

`recipients` and `compose` make letters, `plan` and `guard` say which of them may go, `outbox` keeps them and what is
known of each, and `sending` hands them to the server of `smtp`, one phase after the other.
"""
