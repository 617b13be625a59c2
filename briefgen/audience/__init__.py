"""Who a memo is for: the pack that says which sections, fields and markings they may see."""
