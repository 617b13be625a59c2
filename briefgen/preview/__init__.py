"""The memo while it is written: a page of this machine, which shows what is saved within a second."""
