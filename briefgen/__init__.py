"""Turn structured article records into policy memos: DOCX, PDF, HTML, text, Markdown and mail.

Seven verbs, each a module or package: read, check, view, fill, parse, write, send.
`docs/architecture.md` draws them.
"""

__version__ = "0.1.0"
