"""Turn a raw article into a draft record: who demands, who answers, what is to come, each with its passage.

By rules, offline, and the same for the same text.
Every word of an item is cut from the text by its place; nothing is put in other words, and nothing is judged.
"""
